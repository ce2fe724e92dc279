import { useEffect, useState } from 'preact/hooks';
import type { DaftarImpor, DiurungkanImpor } from '../../../shared/protocol/index.ts';
import { daftarImpor, lanjutkanImpor, unduhBerkasSalah, urungkanImpor } from '../../app/impor.ts';
import { impor as words } from '../../i18n/id/impor.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Banner, Button, Section, StatusPill } from '../../ui/index.ts';
import { TombolUnduh } from './kantor-unduh.tsx';
import { TanyaUrung } from './kantor-urung.tsx';

type Satu = DaftarImpor['list'][number];

const NADA = {
  BERJALAN: { tone: 'peringatan', icon: 'clock' },
  DITERAPKAN: { tone: 'berhasil', icon: 'check' },
  DIURUNGKAN: { tone: 'netral', icon: 'corner-up-left' },
} as const;

const Hasil = ({ hasil: { kembali, tetap } }: { hasil: DiurungkanImpor }) => (
  <div role="status">
    <Banner tone="berhasil">
      <p>{words.diurungkan(kembali)}</p>
      {tetap.length > 0 && (
        <>
          <p>{words.tetap(tetap.length)}</p>
          <ul>
            {tetap.map(({ nama, sebab }) => (
              <li key={nama}>{words.tetapSatu(nama, sebab)}</li>
            ))}
          </ul>
        </>
      )}
    </Banner>
  </div>
);

const PUTUS = { tone: 'peringatan', icon: 'triangle-alert' } as const;

type BarisProps = {
  readonly satu: Satu;
  readonly sibuk: boolean;
  readonly onLanjut: () => void;
  readonly onUrung: () => void;
};

/** One of them: what it did, what broke off, what can still be done about it. */
const Baris = ({ satu, sibuk, onLanjut, onUrung }: BarisProps) => {
  const { berkas, sumber, pada, baru, berubah, tahap, terputus, salah, dapatDiurungkan } = satu;
  const urung = terputus === 'urungkan';
  return (
    <li>
      <div>
        <p>
          <b>{words.satu(berkas, sumber)}</b>
        </p>
        <p class="redup">{words.satuIsi(pada, baru, berubah)}</p>
        {terputus && <p>{words.terputusIsi[terputus]}</p>}
      </div>
      <StatusPill
        {...(terputus ? PUTUS : NADA[tahap])}
        label={terputus ? words.tahapPutus[terputus] : words.tahap[tahap]}
      />
      {salah && (
        <TombolUnduh
          label={words.unduhSalah(salah.jumlah)}
          pembaca={words.unduhSalahSatu(salah.jumlah, berkas)}
          onUnduh={() => unduhBerkasSalah(salah.unggahan)}
        />
      )}
      {terputus === 'terapkan' && (
        <Button kind="tonal" busy={sibuk} aria-label={words.lanjutkanSatu(berkas)} onClick={onLanjut}>
          {words.lanjutkan}
        </Button>
      )}
      {dapatDiurungkan && (
        <Button
          kind="tonal"
          aria-label={urung ? words.lanjutUrungSatu(berkas) : words.urungkanSatu(berkas)}
          onClick={onUrung}
        >
          {urung ? words.lanjutUrung : words.urungkan}
        </Button>
      )}
    </li>
  );
};

/**
 * Imports that were made, each of which can be taken back for seven days. One that broke off can be gone on with; `onId` is
 * told of the upload that says how far it is then.
 */
export const Riwayat = ({ onId }: { onId: (id: string) => void }) => {
  const [sibuk, setSibuk] = useState<string | null>(null);
  const [list, setList] = useState<readonly Satu[] | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  const [tanya, setTanya] = useState<Satu | null>(null);
  const [hasil, setHasil] = useState<DiurungkanImpor | null>(null);
  const muat = async (): Promise<void> => {
    const dibaca = await daftarImpor();
    if (dibaca.ok) setList(dibaca.isi.list);
    else setSalah(kataMasalah(dibaca.code, dibaca.params ?? {}));
  };
  useEffect(() => void muat(), []);
  const lanjutkan = async (id: string): Promise<void> => {
    setSibuk(id);
    const dilanjutkan = await lanjutkanImpor(id);
    setSibuk(null);
    if (dilanjutkan.ok) return onId(dilanjutkan.isi);
    setSalah(kataMasalah(dilanjutkan.code, dilanjutkan.params ?? {}));
    await muat();
  };
  const urungkan = async (id: string): Promise<string | null> => {
    const done = await urungkanImpor(id);
    if (!done.ok) return kataMasalah(done.code, done.params ?? {});
    setTanya(null);
    setHasil(done.isi);
    void muat();
    return null;
  };
  return (
    <Section title={words.riwayat}>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {hasil && <Hasil hasil={hasil} />}
      {list?.length === 0 && <p class="redup">{words.riwayatKosong}</p>}
      <ul class="impor-riwayat">
        {list?.map((satu) => (
          <Baris
            key={satu.id}
            satu={satu}
            sibuk={sibuk === satu.id}
            onLanjut={() => void lanjutkan(satu.id)}
            onUrung={() => setTanya(satu)}
          />
        ))}
      </ul>
      <TanyaUrung
        key={tanya?.id}
        open={tanya !== null}
        judul={words.urungJudul}
        tombol={words.urungkan}
        onClose={() => setTanya(null)}
        urungkan={() => urungkan(tanya?.id ?? '')}
      >
        {tanya && <p>{words.satu(tanya.berkas, tanya.sumber)}</p>}
        <p>{words.urungIsi}</p>
      </TanyaUrung>
    </Section>
  );
};
