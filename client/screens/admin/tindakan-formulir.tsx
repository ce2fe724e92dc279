import { useState } from 'preact/hooks';
import { periksaTindakan, SEBAB_TERSEBUT } from '../../../shared/domain/index.ts';
import type { DaftarTindakan, PratinjauTindakan } from '../../../shared/protocol/index.ts';
import {
  CARA_TINDAKAN,
  cleanText,
  type IsiTindakan,
  type JumlahTindakan,
} from '../../../shared/records/index.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { lakukanTindakan, pratinjauTindakan } from '../../app/tindakan.ts';
import { sebabKendala } from '../../i18n/id/kendala.ts';
import { tindakan as words } from '../../i18n/id/tindakan.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Dialog, Field, Select, TextArea, TextInput } from '../../ui/index.ts';
import { type Jawaban, kataTolak, useMuat } from './kantor-muat.ts';

/** Rest before a preview is asked for while somebody types, ms. */
const JEDA = 300;

type Props = {
  readonly awal: Pick<IsiTindakan, 'sebab' | 'npsn'>;
  readonly hariIni: string;
  /** Changes with what was done, so that the preview is asked for anew. */
  readonly kunci: string;
  readonly onJadi: (daftar: DaftarTindakan) => void;
};

const bersihkan = (isi: IsiTindakan): IsiTindakan => ({
  ...isi,
  tanggal: isi.cara === 'KUNJUNGAN' ? isi.tanggal : null,
  teks: cleanText(isi.teks).trim(),
});

type Pratinjau = Jawaban<PratinjauTindakan | null>;
const KOSONG: Pratinjau = { ok: true, isi: null };

/** What an act would touch; not asked for while what is written cannot be done. */
const usePratinjau = (isi: IsiTindakan, salah: boolean, kunci: string) => {
  const tanya = (): Promise<Pratinjau> => (salah ? Promise.resolve(KOSONG) : pratinjauTindakan(isi));
  return useMuat(tanya, `${JSON.stringify(isi)} ${salah} ${kunci}`, JEDA);
};

const Akibat = ({ jumlah }: { jumlah: JumlahTindakan }) => (
  <>
    <p>
      <b>{jumlah.guru === 0 && jumlah.bulan === 0 ? words.takAda : words.akan(jumlah)}</b>
    </p>
    {jumlah.penuh > 0 && <p>{words.penuh(jumlah.penuh)}</p>}
  </>
);

/** What is to be done about a cause, for one school or all; what it would touch stands there before it is done. */
export const FormulirTindakan = ({ awal, hariIni, kunci, onJadi }: Props) => {
  const [diketik, setDiketik] = useState<IsiTindakan>({ ...awal, cara: 'TANGGAL', tanggal: null, teks: '' });
  const [tanya, setTanya] = useState(false);
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const isi = bersihkan(diketik);
  const halangan = periksaTindakan(isi, hariIni)?.params['bidang'];
  const pratinjau = usePratinjau(isi, halangan !== undefined, kunci);
  const jumlah = halangan === undefined ? pratinjau.isi?.jumlah : undefined;
  const ubah = (part: Partial<IsiTindakan>): void => setDiketik({ ...diketik, ...part });
  const kerjakan = async (): Promise<void> => {
    setSibuk(true);
    const hasil = await lakukanTindakan(isi);
    setSibuk(false);
    setTanya(false);
    setSalah(hasil.ok ? null : kataTolak(hasil));
    if (!hasil.ok) return;
    onJadi(hasil.isi);
    beriTahu(words.selesai);
  };
  return (
    <form
      class="kantor-formulir"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (jumlah) setTanya(true);
      }}
    >
      <Field id="tindakan-sebab" label={words.sebab}>
        <Select
          value={diketik.sebab}
          onChange={(event) => ubah({ sebab: event.currentTarget.value as IsiTindakan['sebab'] })}
        >
          {SEBAB_TERSEBUT.map((sebab) => (
            <option key={sebab} value={sebab}>
              {sebabKendala[sebab]}
            </option>
          ))}
        </Select>
      </Field>
      {awal.npsn && (
        <Field id="tindakan-sekolah" label={words.sekolah}>
          <Select
            value={diketik.npsn ?? ''}
            onChange={(event) => ubah({ npsn: event.currentTarget.value || null })}
          >
            <option value={awal.npsn}>{words.satu(pratinjau.isi?.sekolah ?? '')}</option>
            <option value="">{words.semua}</option>
          </Select>
        </Field>
      )}
      <Field id="tindakan-cara" label={words.cara} hint={words.caraKet[diketik.cara]}>
        <Select
          value={diketik.cara}
          onChange={(event) => ubah({ cara: event.currentTarget.value as IsiTindakan['cara'] })}
        >
          {CARA_TINDAKAN.map((cara) => (
            <option key={cara} value={cara}>
              {words.caraPilihan[cara]}
            </option>
          ))}
        </Select>
      </Field>
      {diketik.cara === 'KUNJUNGAN' && (
        <Field
          id="tindakan-tanggal"
          label={words.tanggal}
          error={diketik.tanggal && halangan === 'tanggal' ? words.tanggalSalah : undefined}
        >
          <TextInput
            type="date"
            min={hariIni}
            value={diketik.tanggal ?? ''}
            onInput={(event) => ubah({ tanggal: event.currentTarget.value || null })}
          />
        </Field>
      )}
      <Field
        id="tindakan-teks"
        label={diketik.cara === 'JAWABAN' ? words.teks.wajib : words.teks.boleh}
        count={{ used: diketik.teks.length, max: 300 }}
      >
        <TextArea
          rows={3}
          maxLength={300}
          value={diketik.teks}
          onInput={(event) => ubah({ teks: event.currentTarget.value })}
        />
      </Field>
      <div role="status">
        {jumlah && <Akibat jumlah={jumlah} />}
        {halangan === undefined && !jumlah && !pratinjau.salah && <p>{words.menghitung}</p>}
        {halangan === 'tanggal' && !diketik.tanggal && <p>{words.tanggalSalah}</p>}
        {halangan === 'teks' && <p>{words.teksKurang}</p>}
      </div>
      {(salah ?? pratinjau.salah) && <Banner tone="peringatan">{salah ?? pratinjau.salah}</Banner>}
      <div>
        <Button kind="utama" type="submit" disabled={!jumlah || jumlah.guru + jumlah.bulan === 0}>
          {words.lakukan}
        </Button>
      </div>
      <Dialog open={tanya} onClose={() => setTanya(false)} title={words.tanya} closeLabel={umum.aksi.tutup}>
        <p>{words.nama(isi)}</p>
        {jumlah && <Akibat jumlah={jumlah} />}
        <p>{words.tanyaIsi}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(false)}>
            {umum.aksi.batal}
          </Button>
          <Button kind="utama" busy={sibuk} onClick={() => void kerjakan()}>
            {words.lakukan}
          </Button>
        </div>
      </Dialog>
    </form>
  );
};
