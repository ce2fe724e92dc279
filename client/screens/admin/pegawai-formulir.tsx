import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DaftarUnit, IsiPegawaiAdmin } from '../../../shared/protocol/index.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { Field, Select, TextInput } from '../../ui/index.ts';

/** What is being typed: nothing is chosen for anybody, so that nothing is stored that nobody chose. */
export type IsiKetik = Omit<IsiPegawaiAdmin, 'jenisKelamin' | 'status'> & {
  readonly jenisKelamin: IsiPegawaiAdmin['jenisKelamin'] | '';
  readonly status: IsiPegawaiAdmin['status'] | '';
};

/** Fields that do not fit, by their names in the schema. */
export type BidangSalah = ReadonlySet<string>;

type Galat = { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
/** The fields that a schema objects to. */
export const bidangSalah = ({ issues }: Galat): BidangSalah =>
  new Set(issues.map(({ path }) => String(path.at(-1))));

/** Leads to the first field that does not fit, once it says so. */
export const useKeSalah = (salah: BidangSalah): void =>
  useEffect(() => {
    if (salah.size > 0) document.querySelector<HTMLElement>('.pegawai-formulir [aria-invalid=true]')?.focus();
  }, [salah]);

const kataSalah = (salah: BidangSalah, bidang: keyof typeof words.salahBidang): string | undefined =>
  salah.has(bidang) ? words.salahBidang[bidang] : undefined;

/** Schools and wilayah to choose from, by name. */
export type Unit = DaftarUnit['list'];

/** A choice out of a few. */
export const Pilih = <T extends string>({
  id,
  label,
  value,
  pilihan,
  onValue,
  hint,
  salah,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: T | '';
  readonly pilihan: readonly (readonly [T, string])[];
  readonly onValue: (value: T) => void;
  readonly hint?: string | undefined;
  readonly salah?: string | undefined;
}) => (
  <Field id={id} label={label} hint={hint} error={salah}>
    <Select value={value} onChange={(event) => onValue(event.currentTarget.value as T)}>
      {value === '' && <option value="">{words.pilih}</option>}
      {pilihan.map(([satu, nama]) => (
        <option key={satu} value={satu}>
          {nama}
        </option>
      ))}
    </Select>
  </Field>
);

/** A school or wilayah. */
export const PilihUnit = ({
  id,
  label,
  value,
  unit,
  salah,
  onValue,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: Unit;
  readonly salah?: string | undefined;
  readonly onValue: (shard: string) => void;
}) => (
  <Pilih
    id={id}
    label={label}
    value={value}
    salah={salah}
    onValue={onValue}
    pilihan={unit.map(({ shard, nama, npsn }) => [shard, `${nama} (${npsn})`] as const)}
  />
);

/** A calendar date. */
export const Tanggal = ({
  id,
  label,
  value,
  hint,
  salah,
  onValue,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly salah?: string | undefined;
  readonly onValue: (tanggal: string) => void;
}) => (
  <Field id={id} label={label} hint={hint} error={salah}>
    <TextInput type="date" value={value} onInput={(event) => onValue(event.currentTarget.value)} />
  </Field>
);

/** A line of words. */
export const Baris = ({
  id,
  label,
  value,
  max,
  angka = false,
  salah,
  onValue,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly angka?: boolean;
  readonly salah?: string | undefined;
  readonly onValue: (teks: string) => void;
}) => (
  <Field id={id} label={label} error={salah}>
    <TextInput
      value={value}
      maxLength={max}
      inputMode={angka ? 'numeric' : 'text'}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  </Field>
);

/** Nobody yet. */
export const ISI_KOSONG: IsiKetik = {
  ...{ nip: '', nama: '', gelarDepan: '', gelarBelakang: '', jenisKelamin: '', status: '' },
  ...{ golongan: '', jabatan: '', jenjang: '' },
};

const TEKS = [
  ['nip', 18],
  ['nama', 120],
  ['gelarDepan', 40],
  ['gelarBelakang', 60],
  ['golongan', 60],
  ['jabatan', 80],
  ['jenjang', 40],
] as const;

/** Personnel data of one person, without where she works and who rates her. */
export const IsianData = ({
  isi,
  salah,
  onIsi,
  children,
}: {
  readonly isi: IsiKetik;
  readonly salah: BidangSalah;
  readonly onIsi: (isi: IsiKetik) => void;
  readonly children?: ComponentChildren;
}) => (
  <div class="pegawai-kisi">
    {TEKS.map(([bidang, max]) => (
      <Baris
        key={bidang}
        id={`isi-${bidang}`}
        label={words.bidang[bidang]}
        value={isi[bidang]}
        max={max}
        angka={bidang === 'nip'}
        salah={bidang === 'nip' || bidang === 'nama' ? kataSalah(salah, bidang) : undefined}
        onValue={(teks) => onIsi({ ...isi, [bidang]: bidang === 'nip' ? teks.replace(/\D/g, '') : teks })}
      />
    ))}
    <Pilih
      id="isi-jk"
      label={words.bidang.jenisKelamin}
      value={isi.jenisKelamin}
      salah={kataSalah(salah, 'jenisKelamin')}
      pilihan={[
        ['P', words.jk.P],
        ['L', words.jk.L],
      ]}
      onValue={(jenisKelamin) => onIsi({ ...isi, jenisKelamin })}
    />
    <Pilih
      id="isi-status"
      label={words.bidang.status}
      value={isi.status}
      salah={kataSalah(salah, 'status')}
      pilihan={[
        ['PNS', 'PNS'],
        ['PPPK', 'PPPK'],
        ['Honorer', 'Honorer'],
      ]}
      onValue={(status) => onIsi({ ...isi, status })}
    />
    {children}
  </div>
);

/** What the texts are once spaces at their ends are gone. */
export const rapi = (isi: IsiKetik): IsiKetik =>
  Object.fromEntries(
    Object.entries(isi).map(([bidang, teks]) => [bidang, teks.normalize('NFC').trim()]),
  ) as IsiKetik;
