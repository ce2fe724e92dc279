import { useState } from 'preact/hooks';
import type { Ketetapan } from '../../../shared/protocol/index.ts';
import { ketetapan as words } from '../../i18n/id/ketetapan.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, Dialog, ProgressBar, Section, StatusPill } from '../../ui/index.ts';

const NADA = {
  BERJALAN: { tone: 'peringatan', icon: 'clock' },
  SELESAI: { tone: 'berhasil', icon: 'check' },
  MENGURUNGKAN: { tone: 'peringatan', icon: 'clock' },
  DIURUNGKAN: { tone: 'netral', icon: 'corner-up-left' },
} as const;

/** True while schools are still to be written or set back. */
export const isBerjalan = ({ tahap }: Ketetapan): boolean => tahap === 'BERJALAN' || tahap === 'MENGURUNGKAN';

type SatuProps = {
  readonly satu: Ketetapan;
  /** True while this browser is at it. */
  readonly sibuk: boolean;
  readonly onLanjut: () => void;
  readonly onUrung: () => void;
};

const Satu = ({ satu, sibuk, onLanjut, onUrung }: SatuProps) => {
  const berjalan = isBerjalan(satu);
  return (
    <li>
      <div>
        <p>
          <b>{words.sebut(satu.isi)}</b>
        </p>
        <p class="redup">{words.oleh(satu)}</p>
        <p role={sibuk ? 'status' : undefined}>{words.hasil(satu)}</p>
        {satu.dilewati.length > 0 && <p class="redup">{words.dilewati(satu.dilewati)}</p>}
        {berjalan && <ProgressBar value={satu.selesai} max={satu.dari} label={words.hasil(satu)} />}
      </div>
      <StatusPill {...NADA[satu.tahap]} label={words.tahap[satu.tahap]} />
      {berjalan && !sibuk && (
        <Button kind="tonal" aria-label={words.kerja(words.lanjutkan, satu.isi)} onClick={onLanjut}>
          {words.lanjutkan}
        </Button>
      )}
      {(satu.tahap === 'SELESAI' || satu.tahap === 'BERJALAN') && !sibuk && (
        <Button kind="tonal" aria-label={words.kerja(words.urungkan, satu.isi)} onClick={onUrung}>
          {words.urungkan}
        </Button>
      )}
    </li>
  );
};

type Props = {
  readonly list: readonly Ketetapan[];
  readonly sibuk: string | null;
  readonly onLanjut: (id: string) => void;
  readonly onUrung: (id: string) => void;
};

/** What was decided of late: how far each is, and the way on or back. */
export const RiwayatKetetapan = ({ list, sibuk, onLanjut, onUrung }: Props) => {
  const [tanya, setTanya] = useState<Ketetapan | null>(null);
  return (
    <Section title={words.riwayat}>
      {list.length === 0 && <p class="redup">{words.kosong}</p>}
      <ul class="impor-riwayat">
        {list.map((satu) => (
          <Satu
            key={satu.id}
            satu={satu}
            sibuk={sibuk === satu.id}
            onLanjut={() => onLanjut(satu.id)}
            onUrung={() => setTanya(satu)}
          />
        ))}
      </ul>
      <Dialog
        open={tanya !== null}
        onClose={() => setTanya(null)}
        title={words.tanyaUrung}
        closeLabel={umum.aksi.tutup}
      >
        {tanya && <p>{words.sebut(tanya.isi)}</p>}
        <p>{words.tanyaUrungIsi}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(null)}>
            {umum.aksi.batal}
          </Button>
          <Button
            kind="bahaya"
            onClick={() => {
              const id = tanya?.id ?? '';
              setTanya(null);
              onUrung(id);
            }}
          >
            {words.urungkan}
          </Button>
        </div>
      </Dialog>
    </Section>
  );
};
