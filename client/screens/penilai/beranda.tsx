import { HARI_TERTINGGAL, type LogHarian, namaLengkap, selisihHari } from '../../../shared/domain/index.ts';
import { bulanTahun, persen } from '../../i18n/format.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { unreadUmpan, useLive } from '../../store/index.ts';
import { EmptyState, LinkButton, ListRow, Page, Section, Spark, Stat, TopBar } from '../../ui/index.ts';
import { KartuKeberatan } from './kartu-keberatan.tsx';
import { MenungguLain } from './menunggu-lain.tsx';
import { type GuruBulan, guruSebulan } from './model.ts';
import { type DataSekolah, useSekolah } from './muat.ts';
import { KartuPemulihan } from './pemulihan.tsx';
import { BarisSkp } from './skp-daftar.tsx';

const words = penilai.beranda;
const logDari = ({ satker }: DataSekolah): LogHarian => satker?.content.logHarian ?? 'opsional';

const perhatian = (guru: GuruBulan, log: LogHarian): string | null => {
  if (guru.kosongBerturut >= HARI_TERTINGGAL[log])
    return guru.ringkas.terisi === 0 ? words.belumAda : words.kosongBerturut(guru.kosongBerturut);
  return guru.dikembalikan > 0 ? words.dikembalikanLama(guru.dikembalikan) : null;
};

/** Where the instansi asks for no daily log, nobody is behind with it. */
const adaLog = ({ satker }: DataSekolah): boolean => satker?.content.logHarian !== 'mati';

/** Bars of one teacher's month so far, one a working day. */
const batang = ({ ringkas }: GuruBulan): number[] =>
  [...ringkas.perTanggal.values()].filter(({ libur }) => !libur).map(({ jumlah }) => jumlah);

const Angka = ({ data, guru }: { data: DataSekolah; guru: readonly GuruBulan[] }) => {
  const ditagih = adaLog(data);
  const tertua = data.menunggu[0]?.content.tanggal;
  const hari = guru.reduce((sum, { ringkas }) => sum + ringkas.hariKerja, 0);
  const terisi = guru.reduce((sum, { ringkas }) => sum + ringkas.terisi, 0);
  return (
    <div class="deret-angka">
      <Stat
        value={String(data.menunggu.length)}
        label={words.menunggu}
        detail={tertua ? words.tertua(selisihHari(tertua, data.hariIni)) : undefined}
        href="/periksa"
      />
      {ditagih && (
        <Stat
          value={String(
            guru.filter(({ kosongBerturut }) => kosongBerturut >= HARI_TERTINGGAL[logDari(data)]).length,
          )}
          label={words.tertinggal}
          detail={words.tertinggalKet(HARI_TERTINGGAL[logDari(data)])}
          href="/wawasan#tertinggal"
        />
      )}
      {ditagih && (
        <Stat
          value={hari === 0 ? '–' : persen((terisi / hari) * 100)}
          label={words.terisi}
          detail={words.terisiKet(bulanTahun(data.bulan))}
          href="/guru"
        />
      )}
    </div>
  );
};

const Perhatian = ({ guru, log }: { guru: readonly GuruBulan[]; log: LogHarian }) => {
  const named = guru.flatMap((orang) => {
    const sebab = perhatian(orang, log);
    return sebab ? [{ orang, sebab }] : [];
  });
  if (named.length === 0) return <p class="redup">{words.semuaBaik}</p>;
  return (
    <ul class="daftar">
      {named.slice(0, 6).map(({ orang, sebab }) => (
        <li key={orang.pegawai.id}>
          <ListRow
            title={namaLengkap(orang.pegawai.content)}
            meta={sebab}
            href={`/guru/${orang.pegawai.owner}`}
          />
        </li>
      ))}
    </ul>
  );
};

/** K01: what awaits the head, who falls behind, how the school fills in. Everything from the phone's own database. */
export const BerandaPenilai = () => {
  const data = useSekolah();
  const pesan = useLive(
    () => (data ? unreadUmpan(data.app.store, data.app.actor.id) : Promise.resolve([])),
    [data?.app.store],
  );
  if (!data) return <Page title={words.judul} busy />;
  const guru = guruSebulan(data.bulan, data.hariIni, {
    entri: data.sebulan,
    kendala: data.kendala,
    pegawai: data.pegawai,
    penugasan: data.penugasan,
    satker: data.satker,
    saya: data.app.actor.id,
  });
  return (
    <Page
      title={data.satker?.content.nama ?? words.judul}
      bar={<TopBar title={data.satker?.content.nama ?? words.judul} />}
    >
      {data.pegawai.length === 0 ? (
        <EmptyState text={words.unduh} />
      ) : (
        <>
          <Angka data={data} guru={guru} />
          {data.menunggu.length > 0 && (
            <LinkButton kind="utama" block href="/periksa">
              {words.periksa}
            </LinkButton>
          )}
          <BarisSkp app={data.app} />
          <MenungguLain app={data.app} />
          <ul class="daftar baris-skp">
            <li>
              <ListRow title={words.wawasan} meta={words.wawasanKet} leading="eye" href="/wawasan" />
            </li>
            {data.app.memantau && (data.app.admin === 'tidak' || data.app.mengimpor) && (
              <li>
                <ListRow
                  title={words.sekolahBinaan}
                  meta={words.sekolahBinaanKet}
                  leading="house"
                  href="/wilayah"
                />
              </li>
            )}
          </ul>
          {pesan && pesan.length > 0 && (
            <ListRow
              title={words.umpanBaru(pesan.length)}
              leading="message"
              href={`/guru/${pesan[0]?.owner ?? ''}#pesan`}
            />
          )}
          <KartuKeberatan app={data.app} />
          <KartuPemulihan />
          <Section title={words.perluPerhatian}>
            <Perhatian guru={guru} log={logDari(data)} />
          </Section>
          {adaLog(data) && (
            <Section title={words.isianGuru}>
              <ul class="daftar">
                {guru.map((orang) => (
                  <li key={orang.pegawai.id}>
                    <ListRow
                      title={orang.pegawai.content.nama}
                      meta={penilai.guru.hari(orang.ringkas.terisi, orang.ringkas.hariKerja)}
                      trailing={
                        <Spark
                          values={batang(orang)}
                          label={penilai.guru.hari(orang.ringkas.terisi, orang.ringkas.hariKerja)}
                        />
                      }
                      href={`/guru/${orang.pegawai.owner}`}
                    />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={words.kinerjaSaya}>
            <ListRow title={words.kinerjaSayaKet} leading="pencil-line" href="/saya" />
          </Section>
        </>
      )}
    </Page>
  );
};
