import { useState } from 'preact/hooks';
import { namaLengkap } from '../../../shared/domain/index.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { periksaSkpKata } from '../../i18n/id/skp.ts';
import { EmptyState, ListRow, Page, Section, Select, Spark, TopBar } from '../../ui/index.ts';
import { KunciBulan } from './kunci-bulan.tsx';
import { type GuruBulan, guruSebulan, guruTamu } from './model.ts';
import { useSekolah } from './muat.ts';
import './penilai.css';

const words = penilai.guru;
type Urutan = 'kosong' | 'nama' | 'menunggu';

const URUT: Readonly<Record<Urutan, (a: GuruBulan, b: GuruBulan) => number>> = {
  kosong: (a, b) => a.ringkas.terisi - b.ringkas.terisi,
  nama: (a, b) => a.pegawai.content.nama.localeCompare(b.pegawai.content.nama),
  menunggu: (a, b) => b.menunggu - a.menunggu,
};

/** K04: the staff with how their month stands. */
export const GuruDaftar = () => {
  const data = useSekolah();
  const [urut, setUrut] = useState<Urutan>('kosong');
  if (!data) return <Page title={words.judul(0)} busy />;
  const konteks = {
    entri: data.sebulan,
    kendala: data.kendala,
    pegawai: data.pegawai,
    penugasan: data.penugasan,
    satker: data.satker,
    saya: data.app.actor.id,
  };
  const guru = guruSebulan(data.bulan, data.hariIni, konteks).sort(URUT[urut]);
  const tamu = guruTamu(data, data.hariIni);
  return (
    <Page title={words.judul(guru.length)} bar={<TopBar title={words.judul(guru.length)} />}>
      {guru.length === 0 ? (
        <EmptyState text={words.kosong} />
      ) : (
        <>
          <ListRow
            title={words.evaluasi}
            meta={words.evaluasiKet}
            leading="clipboard-check"
            href="/penilaian"
          />
          <ListRow title={words.praktik} meta={words.praktikKet} leading="book" href="/observasi" />
          <ListRow title={words.dokumen} meta={words.dokumenKet} leading="download" href="/dokumen/semua" />
          <p class="redup">{bulanTahun(data.bulan)}</p>
          <Select
            aria-label={words.urut}
            value={urut}
            onChange={(event) => setUrut(event.currentTarget.value as Urutan)}
          >
            <option value="kosong">{words.urutKosong}</option>
            <option value="nama">{words.urutNama}</option>
            <option value="menunggu">{words.urutMenunggu}</option>
          </Select>
          <ul class="daftar">
            {guru.map((orang) => {
              const hari = words.hari(orang.ringkas.terisi, orang.ringkas.hariKerja);
              const meta = orang.menunggu > 0 ? `${hari} · ${words.menunggu(orang.menunggu)}` : hari;
              const values = [...orang.ringkas.perTanggal.values()]
                .filter(({ libur }) => !libur)
                .map(({ jumlah }) => jumlah);
              return (
                <li key={orang.pegawai.id}>
                  <ListRow
                    title={namaLengkap(orang.pegawai.content)}
                    meta={meta}
                    trailing={<Spark values={values} label={hari} />}
                    href={`/guru/${orang.pegawai.owner}`}
                  />
                </li>
              );
            })}
          </ul>
          {tamu.length > 0 && (
            <Section title={words.tamu}>
              <p class="redup">{words.tamuKet}</p>
              <ul class="daftar">
                {tamu.map((orang) => (
                  <li key={orang.id}>
                    <ListRow title={namaLengkap(orang.content)} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <ul class="daftar baris-skp">
            <li>
              <ListRow title={periksaSkpKata.judul} leading="target" href="/periksa/skp" />
            </li>
          </ul>
          <KunciBulan data={data} />
        </>
      )}
    </Page>
  );
};
