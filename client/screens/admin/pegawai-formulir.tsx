import type { ComponentChildren } from 'preact';
import type { DaftarUnit, IsiPegawaiAdmin } from '../../../shared/protocol/index.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { Field, Select, TextInput } from '../../ui/index.ts';

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
}: {
  readonly id: string;
  readonly label: string;
  readonly value: T | '';
  readonly pilihan: readonly (readonly [T, string])[];
  readonly onValue: (value: T) => void;
  readonly hint?: string | undefined;
}) => (
  <Field id={id} label={label} hint={hint}>
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
  onValue,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: Unit;
  readonly onValue: (shard: string) => void;
}) => (
  <Pilih
    id={id}
    label={label}
    value={value}
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
  onValue,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly onValue: (tanggal: string) => void;
}) => (
  <Field id={id} label={label} hint={hint}>
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
  onValue,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly angka?: boolean;
  readonly onValue: (teks: string) => void;
}) => (
  <Field id={id} label={label}>
    <TextInput
      value={value}
      maxLength={max}
      inputMode={angka ? 'numeric' : 'text'}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  </Field>
);

/** Nobody yet. */
export const ISI_KOSONG: IsiPegawaiAdmin = {
  ...{ nip: '', nama: '', gelarDepan: '', gelarBelakang: '', jenisKelamin: 'P', status: 'PNS' },
  ...{ golongan: '', jabatan: 'Guru', jenjang: '' },
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
  onIsi,
  children,
}: {
  readonly isi: IsiPegawaiAdmin;
  readonly onIsi: (isi: IsiPegawaiAdmin) => void;
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
        onValue={(teks) => onIsi({ ...isi, [bidang]: bidang === 'nip' ? teks.replace(/\D/g, '') : teks })}
      />
    ))}
    <Pilih
      id="isi-jk"
      label={words.bidang.jenisKelamin}
      value={isi.jenisKelamin}
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
export const rapi = (isi: IsiPegawaiAdmin): IsiPegawaiAdmin =>
  Object.fromEntries(
    Object.entries(isi).map(([bidang, teks]) => [bidang, teks.normalize('NFC').trim()]),
  ) as IsiPegawaiAdmin;
