import { bacaKodePeriode, tambahBulan } from '../../../shared/domain/index.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { dokumen as words } from '../../i18n/id/dokumen.ts';
import { evaluasi } from '../../i18n/id/evaluasi.ts';
import { Field, Segmented, Select, Toggle } from '../../ui/index.ts';
import type { Alamat } from './alamat.ts';

/** How far back the list of months goes. */
const BULAN_PILIHAN = 24;

/** The name of a period by its short name; empty where there is none. */
export const namaPeriode = (kode: string | null): string => {
  const periode = kode === null ? null : bacaKodePeriode(kode);
  return periode ? evaluasi.periode(periode) : '';
};

type Pilih = { readonly alamat: Alamat; readonly onUbah: (ubahan: Partial<Alamat>) => void };

/** Which month a document is about; of an SKP its year. */
export const PilihBulan = ({ alamat, bulanIni, onUbah }: Pilih & { readonly bulanIni: string }) => (
  <Field id="dok-bulan" label={words.bulan}>
    <Select value={alamat.bulan} onChange={(event) => onUbah({ bulan: event.currentTarget.value })}>
      {Array.from({ length: BULAN_PILIHAN }, (_, i) => tambahBulan(bulanIni, -i)).map((bulan) => (
        <option key={bulan} value={bulan}>
          {bulanTahun(bulan)}
        </option>
      ))}
    </Select>
  </Field>
);

/** Which evaluation a document is about. */
export const PilihPeriode = ({
  alamat,
  periodeList,
  onUbah,
}: Pilih & { readonly periodeList: readonly string[] }) => (
  <Field id="dok-periode" label={words.periode}>
    <Select value={alamat.periode ?? ''} onChange={(event) => onUbah({ periode: event.currentTarget.value })}>
      {[...new Set(periodeList)].map((kode) => (
        <option key={kode} value={kode}>
          {namaPeriode(kode)}
        </option>
      ))}
    </Select>
  </Field>
);

export const PilihKertas = ({ alamat, onUbah }: Pilih) => (
  <div class="field">
    <span class="label">{words.kertas}</span>
    <Segmented
      name="kertas"
      label={words.kertas}
      value={alamat.kertas}
      onValue={(kertas) => onUbah({ kertas })}
      options={[
        { value: 'A4', label: words.kertasPilihan.A4 },
        { value: 'F4', label: words.kertasPilihan.F4 },
      ]}
    />
  </div>
);

export const PilihFoto = ({ alamat, onUbah }: Pilih) => (
  <Toggle
    id="dok-foto"
    label={words.denganFoto}
    hint={words.denganFotoIsi}
    checked={alamat.denganFoto}
    onValue={(denganFoto) => onUbah({ denganFoto })}
  />
);
