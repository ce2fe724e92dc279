import { useEffect, useState } from 'preact/hooks';
import type { DaftarImpor, DiurungkanImpor } from '../../../shared/protocol/index.ts';
import { daftarImpor, urungkanImpor } from '../../app/impor.ts';
import { impor as words } from '../../i18n/id/impor.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Dialog, Section, StatusPill } from '../../ui/index.ts';

type Satu = DaftarImpor['list'][number];

const NADA = {
  BERJALAN: { tone: 'peringatan', icon: 'clock' },
  DITERAPKAN: { tone: 'berhasil', icon: 'check' },
  DIURUNGKAN: { tone: 'netral', icon: 'corner-up-left' },
} as const;

const Tanya = ({
  satu,
  onClose,
  onDone,
}: {
  satu: Satu | null;
  onClose: () => void;
  onDone: (hasil: DiurungkanImpor) => void;
}) => {
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const urung = async (id: string): Promise<void> => {
    setSibuk(true);
    const hasil = await urungkanImpor(id);
    setSibuk(false);
    if (hasil.ok) onDone(hasil.isi);
    else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
  };
  return (
    <Dialog open={satu !== null} onClose={onClose} title={words.urungJudul} closeLabel={umum.aksi.tutup}>
      {satu && <p>{words.satu(satu.berkas, satu.sumber)}</p>}
      <p>{words.urungIsi}</p>
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
      <div class="deret-tombol">
        <Button kind="teks" onClick={onClose}>
          {umum.aksi.batal}
        </Button>
        <Button kind="bahaya" busy={sibuk} onClick={() => satu && void urung(satu.id)}>
          {words.urungkan}
        </Button>
      </div>
    </Dialog>
  );
};

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

/** Imports that were made, each of which can be taken back for seven days. */
export const Riwayat = () => {
  const [list, setList] = useState<readonly Satu[] | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  const [tanya, setTanya] = useState<Satu | null>(null);
  const [hasil, setHasil] = useState<DiurungkanImpor | null>(null);
  const muat = async (): Promise<void> => {
    const dibaca = await daftarImpor();
    if (dibaca.ok) setList(dibaca.isi.list);
    setSalah(dibaca.ok ? null : kataMasalah(dibaca.code, dibaca.params ?? {}));
  };
  useEffect(() => void muat(), []);
  return (
    <Section title={words.riwayat}>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {hasil && <Hasil hasil={hasil} />}
      {list?.length === 0 && <p class="redup">{words.riwayatKosong}</p>}
      <ul class="impor-riwayat">
        {list?.map((satu) => (
          <li key={satu.id}>
            <div>
              <p>
                <b>{words.satu(satu.berkas, satu.sumber)}</b>
              </p>
              <p class="redup">{words.satuIsi(satu.pada, satu.baru, satu.berubah)}</p>
            </div>
            <StatusPill {...NADA[satu.tahap]} label={words.tahap[satu.tahap]} />
            {satu.dapatDiurungkan && (
              <Button
                kind="tonal"
                aria-label={words.urungkanSatu(satu.berkas)}
                onClick={() => setTanya(satu)}
              >
                {words.urungkan}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Tanya
        key={tanya?.id}
        satu={tanya}
        onClose={() => setTanya(null)}
        onDone={(selesai) => {
          setTanya(null);
          setHasil(selesai);
          void muat();
        }}
      />
    </Section>
  );
};
