import { useState } from 'preact/hooks';
import type { BarisCatatan, HalamanCatatan, KeadaanRantai } from '../../../shared/protocol/index.ts';
import { type CatatanDicari, halamanCatatan, keadaanRantai, unduhCatatan } from '../../app/catatan.ts';
import { useApp } from '../../app/context.ts';
import { catatan as words } from '../../i18n/id/catatan.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import {
  Banner,
  Button,
  EmptyState,
  Field,
  Page,
  Segmented,
  Select,
  TextInput,
  TopBar,
} from '../../ui/index.ts';
import { Dilihat } from './catatan-dilihat.tsx';
import { kataTolak, useMuat } from './kantor-muat.ts';
import { pulang } from './kantor-pulang.ts';
import { TombolUnduh } from './kantor-unduh.tsx';
import './kantor.css';

const JEDA = 300;
const SEMUA: CatatanDicari = { dari: '', sampai: '', kelompok: '', cari: '' };

/** Lines as asked for, and on from where they ended. */
const useBaris = (dicari: CatatanDicari) => {
  const kunci = JSON.stringify(dicari);
  const { isi, setIsi, salah, lagi } = useMuat(
    () => halamanCatatan(dicari, ''),
    kunci,
    dicari.cari === '' ? 0 : JEDA,
  );
  const [gagal, setGagal] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState(false);
  const lanjut = async (dulu: HalamanCatatan): Promise<void> => {
    setSibuk(true);
    const hasil = await halamanCatatan(dicari, dulu.lanjut ?? '');
    setSibuk(false);
    setGagal(hasil.ok ? null : kataTolak(hasil));
    if (hasil.ok) setIsi({ list: [...dulu.list, ...hasil.isi.list], lanjut: hasil.isi.lanjut });
  };
  return { isi, salah: salah ?? gagal, lagi, lanjut, sibuk };
};

const Saringan = ({
  dicari,
  onDicari,
}: {
  dicari: CatatanDicari;
  onDicari: (bagian: Partial<CatatanDicari>) => void;
}) => (
  <search class="catatan-saring">
    <Field id="catatan-cari" label={words.cari}>
      <TextInput
        type="search"
        maxLength={100}
        value={dicari.cari}
        onInput={(event) => onDicari({ cari: event.currentTarget.value })}
      />
    </Field>
    <Field id="catatan-kelompok" label={words.kelompok}>
      <Select value={dicari.kelompok} onChange={(event) => onDicari({ kelompok: event.currentTarget.value })}>
        {words.kelompokPilihan.map(([nilai, nama]) => (
          <option key={nilai} value={nilai}>
            {nama}
          </option>
        ))}
      </Select>
    </Field>
    <Field id="catatan-dari" label={words.dari}>
      <TextInput
        type="date"
        value={dicari.dari}
        onInput={(event) => onDicari({ dari: event.currentTarget.value })}
      />
    </Field>
    <Field id="catatan-sampai" label={words.sampai}>
      <TextInput
        type="date"
        value={dicari.sampai}
        onInput={(event) => onDicari({ sampai: event.currentTarget.value })}
      />
    </Field>
  </search>
);

const Tabel = ({ list }: { list: readonly BarisCatatan[] }) => (
  <table class="kantor-tabel">
    <thead>
      <tr>
        <th scope="col">{words.kolom.apa}</th>
        <th scope="col">{words.kolom.waktu}</th>
        <th scope="col">{words.kolom.oleh}</th>
        <th scope="col">{words.kolom.tentang}</th>
        <th scope="col">{words.kolom.tempat}</th>
      </tr>
    </thead>
    <tbody>
      {list.map((satu) => (
        <tr key={`${satu.shard} ${satu.n}`}>
          <th scope="row">{words.jenis(satu)}</th>
          <td data-judul={words.kolom.waktu}>{words.waktu(satu.pada)}</td>
          <td data-judul={words.kolom.oleh}>{words.oleh(satu.pelaku)}</td>
          <td data-judul={words.kolom.tentang}>{satu.tentang?.nama || words.tentangSekolah}</td>
          <td data-judul={words.kolom.tempat}>{words.tempat(satu)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Rantai = () => {
  const { isi } = useMuat(keadaanRantai, 'rantai');
  const nada = ({ utuh, diperiksa }: KeadaanRantai) =>
    utuh ? (diperiksa === null ? 'peringatan' : 'berhasil') : 'bahaya';
  return <div role="status">{isi && <Banner tone={nada(isi)}>{words.rantai(isi)}</Banner>}</div>;
};

const Tindakan = () => {
  const [dicari, setDicari] = useState(SEMUA);
  const { isi, salah, lagi, lanjut, sibuk } = useBaris(dicari);
  return (
    <>
      <Rantai />
      <Saringan dicari={dicari} onDicari={(bagian) => setDicari({ ...dicari, ...bagian })} />
      {salah && (
        <Banner
          tone="peringatan"
          action={
            <Button kind="tonal" onClick={lagi}>
              {kantor.coba}
            </Button>
          }
        >
          {salah}
        </Banner>
      )}
      {!isi && !salah && <p role="status">{kantor.memuat}</p>}
      {isi && isi.list.length === 0 && (
        <EmptyState icon="search" text={isi.lanjut ? words.cariLanjut : words.kosong} />
      )}
      {isi && isi.list.length > 0 && <Tabel list={isi.list} />}
      <div class="deret-chip">
        {isi?.lanjut && (
          <Button kind="tonal" busy={sibuk} onClick={() => void lanjut(isi)}>
            {words.lanjut}
          </Button>
        )}
        {isi && isi.list.length > 0 && (
          <TombolUnduh label={words.unduh} onUnduh={() => unduhCatatan(dicari)} />
        )}
      </div>
    </>
  );
};

/** A09: who did what in an admin's schools, and who looked at whose records. */
export const CatatanAudit = () => {
  const app = useApp();
  const [tampil, setTampil] = useState<'tindakan' | 'dilihat'>('tindakan');
  return (
    <Page title={words.judul} wide bar={<TopBar title={words.judul} back={pulang(app)} />}>
      <p>{words.isi}</p>
      <Segmented
        name="catatan-tampilan"
        label={words.tampilan}
        value={tampil}
        onValue={setTampil}
        options={[
          { value: 'tindakan', label: words.tindakan },
          { value: 'dilihat', label: words.dilihat },
        ]}
      />
      {tampil === 'tindakan' ? <Tindakan /> : <Dilihat />}
    </Page>
  );
};
