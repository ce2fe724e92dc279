import { ringkasBeban, saranBeban } from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { aturIzinBeban, izinBeban } from '../../app/lapor-beban.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { beban as words } from '../../i18n/id/beban.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  entriRecent,
  jadwalOf,
  lupakanUkuran,
  polaOf,
  readTogether,
  ukuranBeban,
  useLive,
} from '../../store/index.ts';
import { Button, EmptyState, ListRow, Page, Section, Toggle, TopBar } from '../../ui/index.ts';
import './kendala.css';

/** Entries that habits are read from. */
const TERAKHIR = 80;

/** What recording costs her, measured on this phone and kept there; and what would make it lighter. */
export const BebanSaya = () => {
  const { store, actor } = useApp();
  const { hariIni } = useHariIni();
  const data = useLive(
    () =>
      readTogether(store, async () => {
        const [ukuran, entri, pola, jadwal] = await Promise.all([
          ukuranBeban(store),
          entriRecent(store, actor.id, TERAKHIR),
          polaOf(store, actor.id),
          jadwalOf(store, actor.id),
        ]);
        return {
          izin: await izinBeban(store),
          beban: ringkasBeban(ukuran, hariIni),
          saran: saranBeban({
            entri: entri.map(({ content }) => content),
            pola: pola.filter(({ deleted }) => !deleted).map(({ content }) => content),
            adaJadwal: (jadwal?.content.pelajaran.length ?? 0) > 0,
            ukuran,
          }),
        };
      }),
    [store, hariIni],
  );
  const hapus = async (): Promise<void> => {
    await lupakanUkuran(store);
    beriTahu(words.dihapus);
  };
  const atur = async (izin: boolean): Promise<void> => {
    await aturIzinBeban(store, izin, hariIni);
    beriTahu(izin ? words.ikutYa : words.ikutTidak);
  };
  const { beban, saran = [] } = data ?? {};
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
      busy={!data}
    >
      {data && !beban && <EmptyState icon="clock" text={words.kosong} />}
      {beban && (
        <>
          <div class="beban-angka">
            <p>
              <b>{words.lama(beban.detik)}</b> {words.perKegiatan}
            </p>
            <p>
              <b>{words.menit(beban.menitPekan)}</b> {words.perPekan}
            </p>
          </div>
          <p class="redup">{words.dariPekan(beban.pekan, beban.kegiatan)}</p>
        </>
      )}
      {data && (
        <Section title={words.saranJudul}>
          {saran.length === 0 ? (
            <p class="redup">{words.saranKosong}</p>
          ) : (
            <ul class="daftar">
              {saran.map((satu) => {
                const { judul, ket, ke } = words.saran(satu);
                return (
                  <li key={judul}>
                    <ListRow leading="zap" title={judul} meta={ket} href={ke} />
                  </li>
                );
              })}
            </ul>
          )}
        </Section>
      )}
      {beban && beban.perCara.length > 1 && (
        <Section title={words.caraJudul}>
          <ul class="daftar">
            {beban.perCara.map(({ cara, kegiatan, detik }) => (
              <li key={cara}>
                <ListRow title={words.cara[cara]} meta={words.caraBaris(detik, kegiatan)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data && (
        <Section title={words.ikutJudul}>
          <Toggle
            id="ikut-beban"
            label={words.ikut}
            hint={words.ikutKet}
            checked={data.izin}
            onValue={(izin) => void atur(izin)}
          />
        </Section>
      )}
      <p class="redup">{words.caraUkur}</p>
      {beban && (
        <Button kind="teks" icon="trash" onClick={() => void hapus()}>
          {words.hapus}
        </Button>
      )}
    </Page>
  );
};
