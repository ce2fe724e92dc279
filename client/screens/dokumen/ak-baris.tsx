import { useState } from 'preact/hooks';
import {
  akumulasiAk,
  type BarisAk,
  isJenjang,
  JENJANG_GURU,
  konversiAk,
  NAMA_BULAN,
  type Predikat,
  type SalahAk,
} from '../../../shared/domain/index.ts';
import { angkaKredit as words } from '../../i18n/id/angka-kredit.ts';
import { Button, Field, Select } from '../../ui/index.ts';

/** Names of predikat in the order of the regulation, for a list of choices. */
export const PilihanPredikat = () => (
  <>
    {Object.entries(words.predikatNama).map(([nilai, nama]) => (
      <option key={nilai} value={nilai}>
        {nama}
      </option>
    ))}
  </>
);

/** True for one of the five predikat. */
export const isPredikat = (nilai: string): nilai is Predikat => Object.hasOwn(words.predikatNama, nilai);

/** Years that a row may be of: from the first conversion to this year, the newest first. */
const tahunPilihan = (tahunIni: number): number[] =>
  Array.from({ length: Math.max(1, tahunIni - 2022) }, (_, i) => tahunIni - i);

/** What is wrong with a row beside the others; rows of other jenjang overlap it as well. */
const salahDari = (baris: BarisAk, lain: readonly BarisAk[]): SalahAk | null => {
  const hasil = konversiAk(baris);
  if (typeof hasil === 'string') return hasil;
  const sejenjang = [...lain, baris].map((satu) => ({ ...satu, jenjang: baris.jenjang }));
  const bertumpuk = akumulasiAk(sejenjang, baris.jenjang).salah.some(({ sebab }) => sebab === 'bertumpuk');
  return bertumpuk ? 'bertumpuk' : null;
};

type Props = {
  readonly awal: BarisAk;
  readonly lain: readonly BarisAk[];
  readonly tahunIni: number;
  readonly onSimpan: (baris: BarisAk) => void;
  readonly onHapus: (() => void) | null;
};

type BulanProps = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly onValue: (bulan: number) => void;
};

const PilihBulan = ({ id, label, value, onValue }: BulanProps) => (
  <Field id={id} label={label}>
    <Select value={value} onChange={(event) => onValue(Number(event.currentTarget.value))}>
      {NAMA_BULAN.map((nama, i) => (
        <option key={nama} value={i + 1}>
          {nama}
        </option>
      ))}
    </Select>
  </Field>
);

/** A year, or part of one, and the predikat held in it. */
export const FormBaris = ({ awal, lain, tahunIni, onSimpan, onHapus }: Props) => {
  const [baris, setBaris] = useState(awal);
  const [salah, setSalah] = useState<SalahAk | null>(null);
  const ubah = (change: Partial<BarisAk>): void => setBaris({ ...baris, ...change });
  const simpan = (event: Event): void => {
    event.preventDefault();
    const fault = salahDari(baris, lain);
    setSalah(fault);
    if (fault) document.getElementById('ak-tahun')?.focus();
    else onSimpan(baris);
  };
  return (
    <form class="tumpuk" noValidate onSubmit={simpan}>
      <Field id="ak-tahun" label={words.tahun} error={salah ? words.salah[salah] : undefined}>
        <Select value={baris.tahun} onChange={(event) => ubah({ tahun: Number(event.currentTarget.value) })}>
          {tahunPilihan(tahunIni).map((tahun) => (
            <option key={tahun} value={tahun}>
              {tahun}
            </option>
          ))}
        </Select>
      </Field>
      <div class="dua-kolom">
        <PilihBulan
          id="ak-awal"
          label={words.bulanAwal}
          value={baris.bulanAwal}
          onValue={(bulanAwal) => ubah({ bulanAwal })}
        />
        <PilihBulan
          id="ak-akhir"
          label={words.bulanAkhir}
          value={baris.bulanAkhir}
          onValue={(bulanAkhir) => ubah({ bulanAkhir })}
        />
      </div>
      <Field id="ak-predikat" label={words.predikat}>
        <Select
          value={baris.predikat}
          onChange={(event) =>
            isPredikat(event.currentTarget.value) && ubah({ predikat: event.currentTarget.value })
          }
        >
          <PilihanPredikat />
        </Select>
      </Field>
      <Field id="ak-jenjang" label={words.jenjang}>
        <Select
          value={baris.jenjang}
          onChange={(event) =>
            isJenjang(event.currentTarget.value) && ubah({ jenjang: event.currentTarget.value })
          }
        >
          {JENJANG_GURU.map((jenjang) => (
            <option key={jenjang} value={jenjang}>
              {jenjang}
            </option>
          ))}
        </Select>
      </Field>
      <Button kind="utama" type="submit" block>
        {words.simpan}
      </Button>
      {onHapus && (
        <Button kind="bahaya" icon="trash" block onClick={onHapus}>
          {words.hapus}
        </Button>
      )}
    </form>
  );
};
