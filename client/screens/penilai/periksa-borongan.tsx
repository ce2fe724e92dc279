import { useState } from 'preact/hooks';
import { penilai } from '../../i18n/id/penilai.ts';
import type { EntriRow } from '../../store/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import type { EntriPeriksa } from './model.ts';

const words = penilai.periksa;

/** The entries that are ticked in the list. */
export type Pilihan = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
};

/** Ticks of the list, none at first. */
export const usePilihan = (): Pilihan => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return { chosen, toggle, clear: () => setChosen(new Set()) };
};

/** The chosen entries, or all complete ones, approved in one go after a look at the number. */
export const Borongan = ({
  daftar,
  pilihan,
  onSetujui,
}: {
  daftar: readonly EntriPeriksa[];
  pilihan: Pilihan;
  onSetujui: (seen: readonly EntriRow[]) => void;
}) => {
  // What the question counts is what was on the screen when it was asked; later arrivals are not approved unseen.
  const [asked, setAsked] = useState<readonly EntriRow[] | null>(null);
  const dipilih = daftar.filter(({ entri }) => pilihan.chosen.has(entri.id));
  const lengkap = daftar.filter(
    ({ entri, tanda, berubah }) => tanda.length === 0 && !berubah && entri.state.kembali === undefined,
  );
  const tanpaFoto = asked?.filter(({ content }) => content.foto.length === 0).length ?? 0;
  const sasaran = dipilih.length > 0 ? dipilih : lengkap;
  if (sasaran.length < 2 && dipilih.length === 0) return null;
  const label =
    dipilih.length > 0 ? words.setujuiDipilih(sasaran.length) : words.setujuiLengkap(sasaran.length);
  return (
    <>
      <Button
        kind="tonal"
        icon="check-check"
        block
        onClick={() => setAsked(sasaran.map(({ entri }) => entri))}
      >
        {label}
      </Button>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={words.tanyaBorongan(asked?.length ?? 0)}
        closeLabel={words.tutup}
      >
        {dipilih.length === 0 && <p>{words.boronganKet}</p>}
        {tanpaFoto > 0 && <p>{words.boronganTanpaFoto(tanpaFoto)}</p>}
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setAsked(null)}>
            {words.batal}
          </Button>
          <Button
            kind="utama"
            onClick={() => {
              setAsked(null);
              pilihan.clear();
              onSetujui(asked ?? []);
            }}
          >
            {label}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
