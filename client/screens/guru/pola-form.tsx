import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { LIMITS, type ProblemParams } from '../../../shared/protocol/index.ts';
import { cleanText, Pola } from '../../../shared/records/index.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { catat } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pola as words } from '../../i18n/id/pola-kamera.ts';
import { Button, Field, Select, Stepper, TextArea, TextInput, Toggle } from '../../ui/index.ts';
import { paramsBidang } from './isian.ts';

/** How a pattern went out: done, or why not in words. */
export type HasilPola =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly params?: ProblemParams | undefined };

/** One choice of what a pattern counts for, and what it brings into the pattern. */
export type PilihanPola<I> = {
  readonly value: string;
  readonly label: string;
  readonly satuan: string;
  readonly isi: Partial<I>;
};

type Props<I extends Pola> = {
  /** What is typed is kept under this name until it is saved: a closed sheet loses nothing. */
  readonly kunci: string;
  readonly awal: I;
  readonly pilihan: readonly { readonly label: string; readonly options: readonly PilihanPola<I>[] }[];
  /** The choice that a pattern stands on; empty for none. */
  readonly nilai: (isi: I) => string;
  /** What no choice brings into the pattern. */
  readonly tanpa: Partial<I>;
  readonly petunjuk?: string;
  readonly onSimpan: (isi: I) => Promise<HasilPola>;
  readonly hapus: { readonly label: string; readonly jalan: () => void } | null;
};

const rapi = <I extends Pola>(isi: I): I => ({
  ...isi,
  nama: cleanText(isi.nama).trim(),
  uraian: cleanText(isi.uraian).trim(),
  satuan: cleanText(isi.satuan).trim(),
});

const bagian = ({ nama, rhk, rencanaAksi, uraian, mulai, selesai, realisasi, satuan }: Pola): Pola => ({
  ...{ nama, rhk, rencanaAksi, uraian, mulai, selesai, realisasi, satuan },
});

/** What is wrong with a pattern, by field; hours the wrong way round are none of the schema's. */
const salahDari = (isi: Pola): Record<string, string> => {
  const parsed = Pola.safeParse(bagian(isi));
  if (!parsed.success)
    return Object.fromEntries(
      parsed.error.issues.map((issue) => {
        const bidang = String(issue.path[0]) as keyof Pola;
        const kode = /_/.test(issue.message) ? issue.message : 'realisasi_bulat';
        return [bidang, kataMasalah(kode, paramsBidang(bidang, isi[bidang]))];
      }),
    );
  const { mulai, selesai } = isi;
  const terbalik = mulai !== null && (selesai === null || selesai <= mulai);
  return terbalik ? { selesai: kataMasalah('jam_terbalik', {}) } : {};
};

const Jam = <I extends Pola>({
  isi,
  salah,
  ubah,
}: {
  isi: I;
  salah: Record<string, string>;
  ubah: (change: Partial<I>) => void;
}) => {
  // The hours that stood there last: switched off by mistake, they come back.
  const terakhir = useRef<Pick<Pola, 'mulai' | 'selesai'>>({ mulai: '07:00', selesai: '08:00' });
  const { mulai, selesai } = isi;
  if (mulai !== null) terakhir.current = { mulai, selesai };
  return (
    <>
      <Toggle
        id="pola-jam"
        label={words.jamTetap}
        hint={mulai === null ? words.jamIkut : words.jamPakai}
        checked={mulai !== null}
        onValue={(on) => ubah((on ? terakhir.current : { mulai: null, selesai: null }) as Partial<I>)}
      />
      {isi.mulai !== null && (
        <div class="dua-kolom">
          {(['mulai', 'selesai'] as const).map((bidang) => (
            <Field key={bidang} id={`pola-${bidang}`} label={catat[bidang]} error={salah[bidang]}>
              <TextInput
                type="time"
                value={isi[bidang] ?? ''}
                onInput={(event) => ubah({ [bidang]: event.currentTarget.value } as Partial<I>)}
              />
            </Field>
          ))}
        </div>
      )}
    </>
  );
};

/** A pattern to fill in: a person's own, or one that a school shares. */
export const FormPola = <I extends Pola>(props: Props<I>): JSX.Element => {
  const { kunci, awal, pilihan, nilai, tanpa, petunjuk, onSimpan, hapus } = props;
  const [isi, setIsi] = useKetikan(kunci, awal);
  const [salah, setSalah] = useState<Record<string, string>>({});
  const [sibuk, setSibuk] = useState(false);
  const ubah = (change: Partial<I>): void => setIsi({ ...isi, ...change });
  const pilih = (value: string): void => {
    const option = pilihan.flatMap(({ options }) => options).find((satu) => satu.value === value);
    setIsi({ ...isi, ...(option?.isi ?? tanpa), satuan: isi.satuan || (option?.satuan ?? '') });
  };
  const simpan = async (event: Event): Promise<void> => {
    event.preventDefault();
    const faults = salahDari(rapi(isi));
    setSalah(faults);
    const [first] = Object.keys(faults);
    if (first) return document.getElementById(`pola-${first}`)?.focus();
    setSibuk(true);
    const done = await onSimpan(rapi(isi));
    setSibuk(false);
    if (done.ok) setIsi(awal);
    else setSalah({ nama: kataMasalah(done.code, done.params ?? {}) });
  };
  return (
    <form class="tumpuk" noValidate onSubmit={(event) => void simpan(event)}>
      <Field id="pola-nama" label={words.nama} hint={words.namaPetunjuk} error={salah['nama']}>
        <TextInput
          value={isi.nama}
          onInput={(event) => ubah({ nama: event.currentTarget.value } as Partial<I>)}
        />
      </Field>
      <Field id="pola-rhk" label={catat.rencanaAksi} hint={petunjuk}>
        <Select value={nilai(isi)} onChange={(event) => pilih(event.currentTarget.value)}>
          <option value="">{catat.tanpaRencana}</option>
          {pilihan.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map(({ value, label: nama }) => (
                <option key={value} value={value}>
                  {nama}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field id="pola-uraian" label={words.uraian} error={salah['uraian']}>
        <TextArea
          rows={2}
          value={isi.uraian}
          onInput={(event) => ubah({ uraian: event.currentTarget.value } as Partial<I>)}
        />
      </Field>
      <Jam isi={isi} salah={salah} ubah={ubah} />
      <div class="dua-kolom">
        <div class="field">
          <label for="pola-realisasi">{catat.realisasi}</label>
          <Stepper
            id="pola-realisasi"
            value={isi.realisasi}
            min={1}
            max={LIMITS.realisasiMax}
            onValue={(realisasi) => ubah({ realisasi } as Partial<I>)}
            labels={{ less: catat.kurangi, more: catat.tambah }}
          />
        </div>
        <Field id="pola-satuan" label={catat.satuan} error={salah['satuan']}>
          <TextInput
            value={isi.satuan}
            autocapitalize="none"
            onInput={(event) => ubah({ satuan: event.currentTarget.value } as Partial<I>)}
          />
        </Field>
      </div>
      <Button kind="utama" type="submit" block busy={sibuk}>
        {words.simpan}
      </Button>
      {hapus && (
        <Button kind="bahaya" icon="trash" block onClick={hapus.jalan}>
          {hapus.label}
        </Button>
      )}
    </form>
  );
};
