/** Where the service is now, for those who want to go in: shut while it is down. */
export class Door {
  #url = '';
  #isOpen = false;
  #waiting: (() => void)[] = [];
  #listening: (() => void)[] = [];

  get url(): string {
    return this.#url;
  }

  open(url: string): void {
    this.#url = url;
    this.#isOpen = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  shut(): void {
    this.#isOpen = false;
  }

  /** Lets everybody go who waits for a service that will not come back. */
  leave(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Somebody's request has just left. */
  knock(): void {
    for (const tell of this.#listening.splice(0)) tell();
  }

  /** Resolves when the next request has left. */
  knocked(): Promise<void> {
    return new Promise((resolve) => this.#listening.push(resolve));
  }

  /** Resolves when the service is there. */
  async up(): Promise<void> {
    if (!this.#isOpen) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
