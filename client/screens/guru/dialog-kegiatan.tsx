import { useState } from 'preact/hooks';
import type { RecordOf } from '../../../shared/records/index.ts';
import { dialogKarier as words } from '../../i18n/id/dialog.ts';
import { Button, Field, TextInput } from '../../ui/index.ts';

type Entri = RecordOf<'entri'>;
/** Shown at a time. */
const SEKALI = 15;

const bukti = ({ content: { foto, tautan } }: Entri): number => foto.length + tautan.length;

/** Approved entries, the last first: what a page about one's work can be made of. */
export const disetujui = (entri: readonly Entri[]): Entri[] =>
  entri
    .filter(({ state, deleted }) => state.tahap === 'DISETUJUI' && !deleted)
    .sort(
      (a, b) =>
        b.content.tanggal.localeCompare(a.content.tanggal) || b.content.mulai.localeCompare(a.content.mulai),
    );

type Props = {
  readonly entri: readonly Entri[];
  readonly dipilih: ReadonlySet<string>;
  readonly penuh: boolean;
  readonly onUbah: (entri: Entri, ya: boolean) => void;
};

/** Approved entries to tick, narrowed by words. */
export const PilihKegiatan = ({ entri, dipilih, penuh, onUbah }: Props) => {
  const [kata, setKata] = useState('');
  const [tampil, setTampil] = useState(SEKALI);
  const wanted = kata.toLowerCase().split(/\s+/).filter(Boolean);
  const cocok = entri.filter(({ content: { uraian, catatan } }) =>
    wanted.every((satu) => `${uraian} ${catatan}`.toLowerCase().includes(satu)),
  );
  if (entri.length === 0) return <p>{words.kosong}</p>;
  return (
    <div class="tumpuk">
      {entri.length > SEKALI && (
        <Field id="cari-kegiatan" label={words.cari}>
          <TextInput type="search" value={kata} onInput={(event) => setKata(event.currentTarget.value)} />
        </Field>
      )}
      {cocok.length === 0 && <p>{words.tidakCocok}</p>}
      <ul class="daftar">
        {cocok.slice(0, tampil).map((satu) => (
          <li key={satu.id}>
            <label class="baris-centang">
              <input
                type="checkbox"
                checked={dipilih.has(satu.id)}
                disabled={penuh && !dipilih.has(satu.id)}
                onChange={(event) => onUbah(satu, event.currentTarget.checked)}
              />
              <span>
                <span class="baris-entri-judul">{satu.content.uraian}</span>
                <span class="redup">
                  {[words.hari(satu.content.tanggal), bukti(satu) > 0 ? words.bukti(bukti(satu)) : '']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {cocok.length > tampil && (
        <Button kind="teks" onClick={() => setTampil(tampil + SEKALI)}>
          {words.lagi(Math.min(SEKALI, cocok.length - tampil))}
        </Button>
      )}
    </div>
  );
};
