import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { Chip, Field, TextInput } from '../../ui/index.ts';

/** A line to tick; `tutup` says why it cannot be. */
export type Pilihan = {
  readonly kunci: string;
  readonly nama: string;
  readonly ket: string;
  readonly tutup?: string | undefined;
};

type Props = {
  readonly id: string;
  readonly judul: string;
  readonly cari: string;
  readonly list: readonly Pilihan[];
  readonly dipilih: readonly string[];
  readonly onDipilih: (dipilih: readonly string[]) => void;
  /** Stands at the end of a line. */
  readonly ekor?: (kunci: string) => ComponentChildren;
};

const cocok = ({ nama, ket }: Pilihan, cari: string): boolean =>
  `${nama} ${ket}`.toLowerCase().includes(cari.trim().toLowerCase());

/** A list to tick one or many of: searched, ticked as far as it shows, and what is ticked out of sight is counted. */
export const Centang = ({ id, judul, cari: kataCari, list, dipilih, onDipilih, ekor }: Props) => {
  const [cari, setCari] = useState('');
  const tampak = list.filter((satu) => cocok(satu, cari));
  const bisa = tampak.filter(({ tutup }) => tutup === undefined).map(({ kunci }) => kunci);
  const penuh = bisa.length > 0 && bisa.every((kunci) => dipilih.includes(kunci));
  const tersembunyi = dipilih.filter((kunci) => !tampak.some((satu) => satu.kunci === kunci)).length;
  const semua = (): void =>
    onDipilih(penuh ? dipilih.filter((kunci) => !bisa.includes(kunci)) : [...new Set([...dipilih, ...bisa])]);
  return (
    <fieldset class="pegawai-centang">
      <legend class="label">{judul}</legend>
      <Field id={`${id}-cari`} label={kataCari}>
        <TextInput type="search" value={cari} onInput={(event) => setCari(event.currentTarget.value)} />
      </Field>
      <div class="deret-chip">
        <Chip disabled={bisa.length === 0} onClick={semua}>
          {penuh ? words.lepasTampak(bisa.length) : words.pilihTampak(bisa.length)}
        </Chip>
        <p role="status">{words.dipilih(dipilih.length, tersembunyi)}</p>
      </div>
      {tampak.length === 0 && <p class="redup">{words.tanpaCocok}</p>}
      <ul>
        {tampak.map(({ kunci, nama, ket, tutup }) => (
          <li key={kunci}>
            <label>
              <input
                type="checkbox"
                disabled={tutup !== undefined}
                checked={dipilih.includes(kunci)}
                onChange={(event) =>
                  onDipilih(
                    event.currentTarget.checked
                      ? [...dipilih, kunci]
                      : dipilih.filter((lain) => lain !== kunci),
                  )
                }
              />
              <span>
                <b>{nama}</b>
                <span class="redup">{tutup ?? ket}</span>
              </span>
            </label>
            {ekor?.(kunci)}
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
