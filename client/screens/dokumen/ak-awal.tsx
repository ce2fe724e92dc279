import { useState } from 'preact/hooks';
import { akIntegrasi, aturanAkPada, bacaAk, type Jenjang, tulisAk } from '../../../shared/domain/index.ts';
import { angkaKredit as words } from '../../i18n/id/angka-kredit.ts';
import { Button, Field, Section, TextInput } from '../../ui/index.ts';

type Props = {
  readonly jenjang: Jenjang;
  readonly awal: number;
  readonly onAwal: (awal: number) => void;
};

/** The conventional figure of an old PAK, made integrated. */
const DariLama = ({ jenjang, onAwal }: Omit<Props, 'awal'>) => {
  const [teks, setTeks] = useState('');
  const dasar = tulisAk(aturanAkPada('2023-01')?.jenjang[jenjang].nilaiDasar ?? 0);
  const lama = bacaAk(teks);
  const hasil = lama === null ? null : akIntegrasi(lama, jenjang);
  const salah = teks === '' ? undefined : lama === null ? words.awalSalah : words.lamaKurang(dasar);
  return (
    <details>
      <summary>{words.lama}</summary>
      <div class="tumpuk">
        <Field
          id="ak-lama"
          label={words.lamaLabel}
          hint={words.lamaPetunjuk(dasar)}
          error={hasil === null ? salah : undefined}
        >
          <TextInput
            inputMode="decimal"
            value={teks}
            onInput={(event) => setTeks(event.currentTarget.value)}
          />
        </Field>
        {hasil !== null && <Button onClick={() => onAwal(hasil)}>{words.lamaPakai(tulisAk(hasil))}</Button>}
      </div>
    </details>
  );
};

/** What the last PAK said, from which the rows go on. */
export const AngkaAwal = ({ jenjang, awal, onAwal }: Props) => {
  const [teks, setTeks] = useState<string | null>(null);
  const [salah, setSalah] = useState(false);
  const pakai = (isi: string): void => {
    const dibaca = isi.trim() === '' ? 0 : bacaAk(isi);
    setSalah(dibaca === null);
    if (dibaca === null) return;
    setTeks(null);
    onAwal(dibaca);
  };
  return (
    <Section title={words.awal}>
      <div class="tumpuk">
        <Field
          id="ak-pak"
          label={words.awalLabel}
          hint={words.awalPetunjuk}
          error={salah ? words.awalSalah : undefined}
        >
          <TextInput
            inputMode="decimal"
            value={teks ?? (awal === 0 ? '' : tulisAk(awal))}
            onInput={(event) => setTeks(event.currentTarget.value)}
            onChange={(event) => pakai(event.currentTarget.value)}
          />
        </Field>
        <DariLama
          jenjang={jenjang}
          onAwal={(hasil) => {
            setTeks(null);
            setSalah(false);
            onAwal(hasil);
          }}
        />
      </div>
    </Section>
  );
};
