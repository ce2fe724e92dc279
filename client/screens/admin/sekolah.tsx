import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type BarisSekolah, SEKOLAH_SEHALAMAN } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { halamanSekolah } from '../../app/sekolah.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { sekolah as words } from '../../i18n/id/sekolah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, EmptyState, Field, Page, StatusPill, TextInput, TopBar } from '../../ui/index.ts';
import { HalamanKantor } from './kantor-halaman.tsx';
import { useMuat } from './kantor-muat.ts';
import { pulang } from './kantor-pulang.ts';
import { SekolahSatu } from './sekolah-satu.tsx';
import './kantor.css';

/** After the last key, so that a name is one question. */
const JEDA = 300;

const Baris = ({ satu: { npsn, nama, kabupaten, tanpaAlamat, tanpaLogo } }: { satu: BarisSekolah }) => (
  <li>
    <a class="kantor-baris sekolah-baris" href={`/sekolah?npsn=${npsn}`}>
      <b>{nama}</b>
      <span class="redup">{[npsn, kabupaten].filter(Boolean).join(' · ')}</span>
      <span>
        {tanpaAlamat || tanpaLogo ? (
          <StatusPill tone="netral" icon="pencil-line" label={words.kurang(tanpaAlamat, tanpaLogo)} />
        ) : (
          <StatusPill tone="berhasil" icon="check" label={words.lengkap} />
        )}
      </span>
    </a>
  </li>
);

const Daftar = () => {
  const app = useApp();
  const [{ cari, mulai }, setDicari] = useState({ cari: '', mulai: 0 });
  const { isi, salah, lagi } = useMuat(
    () => halamanSekolah({ cari, mulai }),
    `${cari} ${mulai}`,
    cari === '' ? 0 : JEDA,
  );
  const [satu] = isi?.list ?? [];
  // Whoever keeps one school has no use for a list of it.
  if (satu && cari === '' && isi?.jumlah === 1) return <SekolahSatu npsn={satu.npsn} kembali={pulang(app)} />;
  return (
    <Page
      title={words.judul}
      wide
      bar={<TopBar title={words.judul} back={pulang(app)} />}
      busy={isi === null && salah === null}
    >
      <Field id="sekolah-cari" label={words.cari}>
        <TextInput
          type="search"
          maxLength={100}
          value={cari}
          onInput={(event) => setDicari({ cari: event.currentTarget.value, mulai: 0 })}
        />
      </Field>
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
      {isi?.jumlah === 0 && <EmptyState icon="search" text={words.kosong} />}
      <ul class="kantor-daftar">
        {isi?.list.map((baris) => (
          <Baris key={baris.npsn} satu={baris} />
        ))}
      </ul>
      <HalamanKantor
        label={words.judul}
        mulai={mulai}
        jumlah={isi?.jumlah ?? 0}
        sehalaman={SEKOLAH_SEHALAMAN}
        onMulai={(baru) => setDicari({ cari, mulai: baru })}
      />
    </Page>
  );
};

/** A04: schools with their data and letterheads. Which one is looked at stands in the address. */
export const Sekolah = () => {
  const { query } = useLocation();
  const npsn = query['npsn'];
  return npsn ? (
    <SekolahSatu key={npsn} npsn={npsn} kembali={{ href: '/sekolah', label: umum.aksi.kembali }} />
  ) : (
    <Daftar />
  );
};
