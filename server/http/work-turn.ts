/**
 * Requests that a lane let in and that have not begun to work, each with its way to the front. Lane and body reader know
 * nothing of each other but the request, so that is what the turn hangs on.
 */
const turns = new WeakMap<Request, () => Promise<void>>();

/** Says how this request gets its turn. */
export const giveTurn = (request: Request, turn: () => Promise<void>): void => {
  turns.set(request, turn);
};

/** Waits for this request's turn to work; at once where no lane let it in, or where it has had it. */
export const itsTurn = async (request: Request): Promise<void> => {
  const turn = turns.get(request);
  turns.delete(request);
  await turn?.();
};
