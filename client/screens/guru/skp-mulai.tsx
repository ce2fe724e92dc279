import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { TemplatRhk } from '../../../shared/domain/index.ts';
import { bacaRancangan, mulaiRancangan, simpanRancangan } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { skp as kata, mulai as words } from '../../i18n/id/skp.ts';
import { umum } from '../../i18n/id/umum.ts';
import { useLive } from '../../store/index.ts';
import { Button, Page, Section, TopBar } from '../../ui/index.ts';
import { awalSkp, pilihanIntervensi, pustakaUntuk, rhkDari } from './skp-awal.ts';
import './guru.css';
import './skp.css';

const Contoh = ({
  satu,
  ada,
  dipilih,
  onPilih,
}: {
  satu: TemplatRhk;
  ada: boolean;
  dipilih: boolean;
  onPilih: () => void;
}) => (
  <li>
    <label class="baris-centang">
      <input type="checkbox" checked={ada || dipilih} disabled={ada} onChange={onPilih} />
      <span>
        <b>{satu.rhk}</b>
        <span class="redup">
          {ada
            ? words.sudah
            : satu.indikator.map(({ target, satuan }) => kata.target(String(target), satuan)).join(' · ')}
        </span>
      </span>
    </label>
  </li>
);

/** RHK of the library to tick: they begin a new SKP, or are added to the one that is being written (`ke`). */
export const SkpMulai = () => {
  const app = useApp();
  const { route } = useLocation();
  const { query } = useRoute();
  const { hariIni } = useHariIni();
  const tahun = Number(query['tahun'] ?? hariIni.slice(0, 4));
  const tujuan = query['ke'];
  const rancangan = useLive(async () => (tujuan ? await bacaRancangan(app, tujuan) : undefined), [tujuan]);
  const [pilih, setPilih] = useState<ReadonlySet<string>>(new Set());
  const ada = new Set(rancangan?.isi.rhk.map(({ kode }) => kode));
  const pustaka = pustakaUntuk(app);
  const pakai = async (): Promise<void> => {
    const intervensi = await pilihanIntervensi(app, tahun);
    const rhk = rhkDari(
      pustaka.filter(({ kode }) => pilih.has(kode) && !ada.has(kode)),
      intervensi,
    );
    if (!rancangan)
      return route(`/skp/isi/${await mulaiRancangan(app, { isi: await awalSkp(app, tahun, rhk) })}`, true);
    await simpanRancangan(app, rancangan.id, { ...rancangan.isi, rhk: [...rancangan.isi.rhk, ...rhk] });
    route(`/skp/isi/${rancangan.id}`, true);
  };
  const ubah = (kode: string): void => {
    const next = new Set(pilih);
    if (!next.delete(kode)) next.add(kode);
    setPilih(next);
  };
  const judul = tujuan ? words.judulTambah : words.judul(tahun);
  return (
    <Page
      title={judul}
      bar={
        <TopBar
          title={judul}
          back={{ href: tujuan ? `/skp/isi/${tujuan}` : `/skp?tahun=${tahun}`, label: umum.aksi.kembali }}
        />
      }
      footer={
        <Button kind="utama" disabled={pilih.size === 0} onClick={() => void pakai()}>
          {words.pakai(pilih.size)}
        </Button>
      }
    >
      <p class="redup">{words.ket}</p>
      {(['utama', 'tambahan'] as const).map((jenis) => (
        <Section key={jenis} title={kata[jenis]}>
          <ul class="daftar">
            {pustaka
              .filter((satu) => satu.jenis === jenis)
              .map((satu) => (
                <Contoh
                  key={satu.kode}
                  satu={satu}
                  ada={ada.has(satu.kode)}
                  dipilih={pilih.has(satu.kode)}
                  onPilih={() => ubah(satu.kode)}
                />
              ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
};
