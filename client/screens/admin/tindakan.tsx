import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { SEBAB_TERSEBUT } from '../../../shared/domain/index.ts';
import type { DaftarTindakan, SatuTindakan } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { daftarTindakan, urungkanTindakan } from '../../app/tindakan.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { tindakan as words } from '../../i18n/id/tindakan.ts';
import { Banner, Button, Page, Section, StatusPill, TopBar } from '../../ui/index.ts';
import { kataTolak, useMuat } from './kantor-muat.ts';
import { pulang } from './kantor-pulang.ts';
import { TanyaUrung } from './kantor-urung.tsx';
import { FormulirTindakan } from './tindakan-formulir.tsx';
import './kantor.css';

const NADA = {
  BERJALAN: { tone: 'peringatan', icon: 'clock' },
  DILAKUKAN: { tone: 'berhasil', icon: 'check' },
  DIURUNGKAN: { tone: 'netral', icon: 'corner-up-left' },
} as const;

const Satu = ({ satu, onUrung }: { satu: SatuTindakan; onUrung: () => void }) => (
  <li class="kantor-baris">
    <b>{words.nama(satu.isi)}</b>
    <span class="redup">{words.rinci(satu)}</span>
    {satu.isi.teks && <span>{satu.isi.teks}</span>}
    <StatusPill {...NADA[satu.tahap]} label={words.tahap[satu.tahap]} />
    {satu.tahap === 'BERJALAN' && <span>{words.terputus}</span>}
    {satu.tahap !== 'DIURUNGKAN' && (
      <Button
        kind="tonal"
        aria-label={`${words.urungkan}: ${words.nama(satu.isi)}, ${words.rinci(satu)}`}
        onClick={onUrung}
      >
        {words.urungkan}
      </Button>
    )}
  </li>
);

/** A10: what the instansi does about what keeps teachers from filling in, tried out first and taken back where it was wrong. */
export const TindakanKendala = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const { query } = useLocation();
  const { isi, setIsi, salah } = useMuat(daftarTindakan, 'tindakan');
  const [tanya, setTanya] = useState<SatuTindakan | null>(null);
  const sebab = SEBAB_TERSEBUT.find((satu) => satu === query['sebab']) ?? 'SINYAL';
  const npsn = query['npsn'] ?? null;
  const dilakukan = (daftar: DaftarTindakan): void => {
    setIsi(daftar);
    setTanya(null);
  };
  const urungkan = async (id: string): Promise<string | null> => {
    const hasil = await urungkanTindakan(id);
    if (!hasil.ok) return kataTolak(hasil);
    dilakukan(hasil.isi);
    beriTahu(words.diurungkan);
    return null;
  };
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={pulang(app)} />}
      busy={isi === null && salah === null}
    >
      <p>{words.isi}</p>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {!isi && !salah && <p role="status">{kantor.memuat}</p>}
      {isi && (
        <>
          <FormulirTindakan
            awal={{ sebab, npsn }}
            hariIni={hariIni}
            kunci={isi.list.map(({ id, tahap }) => `${id}${tahap}`).join()}
            onJadi={dilakukan}
          />
          <Section title={words.riwayat}>
            {isi.list.length === 0 && <p class="redup">{words.belum}</p>}
            <ul class="kantor-daftar">
              {isi.list.map((satu) => (
                <Satu key={satu.id} satu={satu} onUrung={() => setTanya(satu)} />
              ))}
            </ul>
          </Section>
          <TanyaUrung
            key={tanya?.id}
            open={tanya !== null}
            judul={words.urungJudul}
            tombol={words.urungkan}
            onClose={() => setTanya(null)}
            urungkan={() => urungkan(tanya?.id ?? '')}
          >
            {tanya && <p>{words.nama(tanya.isi)}</p>}
            <p>{words.urungIsi}</p>
          </TanyaUrung>
        </>
      )}
    </Page>
  );
};
