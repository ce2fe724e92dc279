import { Component, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { umum } from '../i18n/id/umum.ts';
import { Button, LinkButton } from '../ui/index.ts';
import type { App } from './context.ts';
import { unduh } from './download.ts';

const words = umum.galat;

/** A lazily loaded screen that could not be fetched: no fault of the app, only of the line. */
const isMissingScreen = (error: Error): boolean =>
  /dynamically imported module|importing a module|module script/i.test(error.message);

/** The rescue file, from wherever something broke. */
const Cadangan = ({ app }: { app: App }) => {
  const [gagal, setGagal] = useState(false);
  const simpan = async (): Promise<void> => {
    const { exportQueue } = await import('../actions/index.ts');
    unduh(await exportQueue(app), umum.galat.cadanganNama);
  };
  return (
    <>
      <Button kind="tonal" icon="download" block onClick={() => void simpan().catch(() => setGagal(true))}>
        {words.simpanCadangan}
      </Button>
      {gagal && <p role="alert">{words.cadanganGagal}</p>}
    </>
  );
};

type Props = { readonly app: App | null; readonly path: string; readonly children?: ComponentChildren };

/** Says in plain words that a screen broke, what is safe, and what to do. What was thrown stands below, for an operator. */
export class BatasGalat extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ error: error instanceof Error ? error : new Error(String(error)) });
  }

  /** Another screen gets its own chance. */
  override componentDidUpdate(before: Props): void {
    if (before.path !== this.props.path && this.state.error) this.setState({ error: null });
  }

  render() {
    const { app, children } = this.props;
    const { error } = this.state;
    if (!error) return children;
    return (
      <main id="isi" class="page galat" role="alert" aria-label={words.judul}>
        <h1>{words.judul}</h1>
        <p>{isMissingScreen(error) ? words.layarGagal : words.isi}</p>
        <Button kind="utama" block onClick={() => location.reload()}>
          {words.bukaLagi}
        </Button>
        {app && <Cadangan app={app} />}
        <LinkButton kind="teks" block href="/" onClick={() => this.setState({ error: null })}>
          {umum.aksi.keBeranda}
        </LinkButton>
        <details>
          <summary>{words.rincian}</summary>
          <code>{`${error.name}: ${error.message}`}</code>
        </details>
      </main>
    );
  }
}

/** Shown where the app cannot start at all. */
export const TidakBisaMulai = ({ teks, error }: { teks: string; error?: Error }) => (
  <main id="isi" class="page galat" role="alert" aria-label={words.judul}>
    <h1>{umum.nama}</h1>
    <p>{teks}</p>
    <Button kind="utama" block onClick={() => location.reload()}>
      {words.bukaLagi}
    </Button>
    {error && (
      <details>
        <summary>{words.rincian}</summary>
        <code>{`${error.name}: ${error.message}`}</code>
      </details>
    )}
  </main>
);
