import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { JENIS_DOKUMEN, type JenisDokumen } from '../../../shared/documents/index.ts';
import { bulanDari, kodePeriode, namaLengkap } from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { kerja, type MintaSemua, mulaiKerja } from '../../app/dokumen-semua.ts';
import { useHariIni } from '../../app/hari.ts';
import { dokumen } from '../../i18n/id/dokumen.ts';
import { dokumenSemua as words } from '../../i18n/id/dokumen-semua.ts';
import { umum } from '../../i18n/id/umum.ts';
import { pegawaiAll, periodeDievaluasi, useLive } from '../../store/index.ts';
import { Banner, Button, EmptyState, Field, Page, Select, TopBar } from '../../ui/index.ts';
import { type Alamat, bacaAlamat, DARI_CATATAN, PER_EVALUASI, tulisAlamat } from './alamat.ts';
import { namaPeriode, PilihBulan, PilihFoto, PilihKertas, PilihPeriode } from './pilihan.tsx';
import { Berjalan, Selesai, simpanZip } from './semua-kerja.tsx';
import '../guru/guru.css';
import './dokumen.css';

type Guru = RecordOf<'pegawai'>;

const JENIS_SEMUA = JENIS_DOKUMEN.filter((jenis) => !DARI_CATATAN.has(jenis));

const sekolah = async ({ store, shard, actor }: App) => ({
  guru: (await pegawaiAll(store, shard)).filter(({ owner }) => owner !== actor.id),
  periode: (await periodeDievaluasi(store)).map(kodePeriode),
});

type PilihProps = {
  readonly alamat: Alamat;
  readonly jenis: JenisDokumen;
  readonly periode: readonly string[];
  readonly guru: readonly Guru[];
};

const Pilih = ({ alamat, jenis, periode, guru }: PilihProps) => {
  const app = useApp();
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const perEvaluasi = PER_EVALUASI.has(jenis);
  const ke = (ubahan: Partial<Alamat>, baru = jenis): void =>
    route(`${tulisAlamat('/dokumen/semua', { ...alamat, ...ubahan }, app.actor.id)}&jenis=${baru}`, true);
  const onUbah = (ubahan: Partial<Alamat>): void => ke(ubahan);
  const { bulan, kertas, denganFoto } = alamat;
  const minta: MintaSemua = {
    ...{ jenis, bulan, kertas, denganFoto: denganFoto && jenis === 'rekap' },
    periode: perEvaluasi ? alamat.periode : null,
  };
  const mulai = async (): Promise<void> => {
    const orang = guru.map(({ owner }) => owner);
    const keadaan = await mulaiKerja(app, { minta, orang });
    if (keadaan.jadi.size === orang.length) await simpanZip(app, { minta, guru, keadaan });
  };
  return (
    <>
      <p>{words.isi}</p>
      <div class="tumpuk">
        <Field id="dok-jenis" label={words.jenis}>
          <Select value={jenis} onChange={(event) => ke({}, event.currentTarget.value as JenisDokumen)}>
            {JENIS_SEMUA.filter((satu) => !PER_EVALUASI.has(satu) || periode.length > 0).map((satu) => (
              <option key={satu} value={satu}>
                {dokumen.nama[satu]}
              </option>
            ))}
          </Select>
        </Field>
        {perEvaluasi ? (
          <PilihPeriode alamat={alamat} periodeList={periode} onUbah={onUbah} />
        ) : (
          <PilihBulan alamat={alamat} bulanIni={bulanDari(hariIni)} onUbah={onUbah} />
        )}
        <PilihKertas alamat={alamat} onUbah={onUbah} />
        {jenis === 'rekap' && <PilihFoto alamat={alamat} onUbah={onUbah} />}
      </div>
      {app.latihan && <Banner tone="info">{words.latihan}</Banner>}
      <Button kind="utama" block disabled={app.latihan} onClick={() => void mulai()}>
        {words.buat(guru.length)}
      </Button>
    </>
  );
};

const Kerjaan = ({ guru }: { readonly guru: readonly Guru[] }) => {
  const app = useApp();
  const kini = kerja.value;
  if (!kini) return null;
  const { minta, orang, keadaan } = kini;
  // Somebody may have come or gone while it ran: it is about those with whom it began.
  const semua = orang.map((owner) => {
    const ada = guru.find((satu) => satu.owner === owner);
    return { owner, nama: ada ? namaLengkap(ada.content) : owner };
  });
  const masa = dokumen.arti[minta.jenis](minta.bulan, namaPeriode(minta.periode));
  return (
    <>
      <h2>{dokumen.nama[minta.jenis]}</h2>
      <p class="redup">{`${masa}. ${minta.kertas}`}</p>
      {keadaan.selesai ? (
        <Selesai
          kerja={kini}
          semua={semua}
          onSimpan={() => void simpanZip(app, { minta, guru, keadaan })}
          onUlangi={() =>
            void mulaiKerja(app, { minta, orang }, keadaan).then((akhir) =>
              akhir.jadi.size === orang.length ? simpanZip(app, { minta, guru, keadaan: akhir }) : undefined,
            )
          }
        />
      ) : (
        <Berjalan kerja={kini} semua={semua} />
      )}
    </>
  );
};

/** K08: one kind of document of everybody whom one rates, as one ZIP; the work goes on while other screens are looked at. */
export const DokumenSemua = () => {
  const app = useApp();
  const { query } = useRoute();
  const { hariIni } = useHariIni();
  const data = useLive(() => sekolah(app), [app]);
  const [asing, setAsing] = useState(kerja.peek()?.store !== app.store);
  useEffect(() => {
    // The work of another account of this phone is ended, not shown.
    if (kerja.peek() && asing) {
      kerja.peek()?.henti();
      kerja.value = null;
    }
    setAsing(false);
  }, []);
  const diminta = bacaAlamat(query, { hariIni, saya: app.actor.id });
  const alamat = { ...diminta, pemilik: app.actor.id, periode: diminta.periode ?? data?.periode[0] ?? null };
  const jenis = JENIS_SEMUA.find(
    (satu) => satu === query['jenis'] && (!PER_EVALUASI.has(satu) || alamat.periode !== null),
  );
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/guru', label: umum.aksi.kembali }} />}
      busy={!data}
    >
      {data && data.guru.length === 0 && <EmptyState icon="user" text={words.tidakAda} />}
      {data && data.guru.length > 0 && (
        <div class="tumpuk">
          {kerja.value && !asing ? (
            <Kerjaan guru={data.guru} />
          ) : (
            <Pilih alamat={alamat} jenis={jenis ?? 'skp'} periode={data.periode} guru={data.guru} />
          )}
        </div>
      )}
    </Page>
  );
};
