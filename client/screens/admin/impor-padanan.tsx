import { useState } from 'preact/hooks';
import type { KeadaanImpor } from '../../../shared/protocol/index.ts';
import { KOLOM } from '../../../shared/simpeg/index.ts';
import { padankanImpor } from '../../app/impor.ts';
import { impor as words } from '../../i18n/id/impor.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Banner, Button, Field, Select } from '../../ui/index.ts';

type Lembar = NonNullable<KeadaanImpor['lembar']>[number];

/** What is not recognised comes first: that is what somebody has to look at. */
const terbuka = (judul: NonNullable<Lembar['judul']>): NonNullable<Lembar['judul']> => [
  ...judul.filter(({ kolom }) => kolom === null),
  ...judul.filter(({ kolom }) => kolom !== null),
];

const belumDikenal = (lembar: readonly Lembar[]): number =>
  lembar.flatMap(({ judul }) => judul ?? []).filter(({ judul, kolom }) => judul !== '' && kolom === null)
    .length;

/** What the headers of the file mean. Open by itself only where something is not recognised. */
export const Padanan = ({
  id,
  lembar,
  onLagi,
}: {
  id: string;
  lembar: readonly Lembar[];
  onLagi: () => void;
}) => {
  const [ubahan, setUbahan] = useState<Readonly<Record<string, string | null>>>({});
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const kurang = belumDikenal(lembar);
  const bacaUlang = async (): Promise<void> => {
    setSibuk(true);
    const hasil = await padankanImpor(id, ubahan);
    setSibuk(false);
    if (hasil.ok) onLagi();
    else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
  };
  return (
    <>
      {lembar
        .filter(({ judul }) => judul === null)
        .map(({ nama }) => (
          <Banner key={nama} tone="peringatan">
            {words.tanpaJudul(nama)}
          </Banner>
        ))}
      <details class="impor-padanan" open={kurang > 0}>
        <summary>
          {words.padanan}
          {kurang > 0 && <span class="redup"> · {words.padananKurang(kurang)}</span>}
        </summary>
        <p class="redup">{words.padananIsi}</p>
        {lembar.map(({ nama, judul }, at) => (
          <fieldset key={nama}>
            <legend>{words.lembar(nama)}</legend>
            {judul &&
              terbuka(judul).map((satu, i) =>
                satu.judul === '' ? null : (
                  <Field key={`${satu.judul}-${i}`} id={`padan-${at}-${i}`} label={satu.judul}>
                    <Select
                      value={(satu.judul in ubahan ? ubahan[satu.judul] : satu.kolom) ?? ''}
                      onChange={(event) =>
                        setUbahan({ ...ubahan, [satu.judul]: event.currentTarget.value || null })
                      }
                    >
                      <option value="">{words.dilewati}</option>
                      {KOLOM.map((kolom) => (
                        <option key={kolom} value={kolom}>
                          {words.kolom(kolom)}
                        </option>
                      ))}
                    </Select>
                  </Field>
                ),
              )}
          </fieldset>
        ))}
        {salah && (
          <p class="field-error" role="alert">
            {salah}
          </p>
        )}
        <Button
          kind="tonal"
          busy={sibuk}
          disabled={Object.keys(ubahan).length === 0}
          onClick={() => void bacaUlang()}
        >
          {words.bacaUlang}
        </Button>
      </details>
    </>
  );
};
