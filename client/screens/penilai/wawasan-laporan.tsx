import { useState } from 'preact/hooks';
import { laporanPekan, seninDari, tambahHari } from '../../../shared/domain/index.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { laporan as words } from '../../i18n/id/wawasan-laporan.ts';
import { Button, Field, Page, Segmented, TextArea, Toggle, TopBar } from '../../ui/index.ts';
import { type Muatan, useWawasan } from './wawasan-muat.ts';
import './wawasan.css';

type Pilihan = { readonly pekan: 'ini' | 'lalu'; readonly sebutNama: boolean };

const susun = ({ bacaan, data, hariIni }: Muatan, { pekan, sebutNama }: Pilihan): string => {
  const akhir = pekan === 'ini' ? hariIni : tambahHari(seninDari(hariIni), -1);
  const { satker, entri, kendala, skp } = bacaan;
  const bahan = { satker: satker?.content ?? null, orang: data.bertugas, entri, kendala };
  const disetujui = skp.filter(({ state }) => state.tahap === 'DISETUJUI');
  return words.teks(laporanPekan(bahan, disetujui, akhir), {
    sekolah: satker?.content.nama ?? '',
    log: data.log,
    berjalan: pekan === 'ini',
    orang: data.nama,
    sebutNama,
  });
};

const salin = (teks: string): Promise<void> =>
  navigator.clipboard.writeText(teks).then(
    () => beriTahu(words.disalin),
    () => beriTahu(words.gagalSalin),
  );

const bisaBagi = (): boolean => 'share' in navigator;

/** The text as it was made, until somebody changes it: from then on it is his, kept while it is unfinished. */
const Isi = ({ muatan, pilihan }: { muatan: Muatan; pilihan: Pilihan }) => {
  const [diubah, setDiubah] = useKetikan<string | null>(
    `laporan-${seninDari(muatan.hariIni)}-${pilihan.pekan}-${pilihan.sebutNama}`,
    null,
  );
  const teks = diubah ?? susun(muatan, pilihan);
  const bagikan = (): Promise<void> =>
    navigator.share({ title: words.judul, text: teks }).catch(() => undefined);
  return (
    <>
      <Field id="isi-laporan" label={words.isi} hint={words.isiKet}>
        <TextArea rows={16} value={teks} onInput={(event) => setDiubah(event.currentTarget.value)} />
      </Field>
      <pre class="laporan-cetak">{teks}</pre>
      <div class="deret-chip">
        {bisaBagi() && (
          <Button kind="utama" icon="share" onClick={() => void bagikan()}>
            {words.bagikan}
          </Button>
        )}
        <Button kind={bisaBagi() ? 'tonal' : 'utama'} icon="copy" onClick={() => void salin(teks)}>
          {words.salin}
        </Button>
        <Button kind="tonal" icon="download" onClick={() => print()}>
          {words.cetak}
        </Button>
        {diubah !== null && (
          <Button kind="teks" icon="rotate-cw" onClick={() => setDiubah(null)}>
            {words.ulang}
          </Button>
        )}
      </div>
    </>
  );
};

/** The report that used to be typed: made from the record, read and mended by the head, and given on. */
export const LaporanPekanIni = () => {
  const muatan = useWawasan();
  const [pilihan, setPilihan] = useState<Pilihan>({ pekan: 'ini', sebutNama: false });
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/wawasan', label: words.kembali }} />}
      busy={!muatan}
    >
      {muatan && (
        <div class="laporan">
          <Segmented
            name="pekan"
            label={words.pekan}
            value={pilihan.pekan}
            onValue={(pekan) => setPilihan({ ...pilihan, pekan })}
            options={[
              { value: 'ini', label: words.ini },
              { value: 'lalu', label: words.lalu },
            ]}
          />
          <Toggle
            id="sebut-nama"
            label={words.sebutNama}
            hint={words.sebutNamaKet}
            checked={pilihan.sebutNama}
            onValue={(sebutNama) => setPilihan({ ...pilihan, sebutNama })}
          />
          <Isi key={`${pilihan.pekan} ${pilihan.sebutNama}`} muatan={muatan} pilihan={pilihan} />
        </div>
      )}
    </Page>
  );
};
