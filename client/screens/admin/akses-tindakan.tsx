import { useState } from 'preact/hooks';
import type { OrangAkses, ProblemParams, SlipTerbit } from '../../../shared/protocol/index.ts';
import {
  akhiriSesi,
  cabutKunci,
  putuskanAkses,
  setujuiSlip,
  tandaHilang,
  terbitkanSlip,
} from '../../app/akses.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { akses as words } from '../../i18n/id/akses.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';

/** What is about to be done to whom; `perangkat` is the phone, `kunci` the passkey, where it is about one. */
export type Tindakan = {
  readonly apa: 'terbitkan' | 'setujui' | 'putuskan' | 'hilang' | 'ketemu' | 'cabut' | 'akhiri';
  readonly orang: OrangAkses;
  readonly perangkat?: string;
  readonly kunci?: string;
};

type Hasil =
  | { readonly ok: true; readonly slip: SlipTerbit | null }
  | { readonly ok: false; readonly code: string; readonly params?: ProblemParams };

const tanpaSlip = async (
  kerja: Promise<{ readonly ok: true } | Exclude<Hasil, { ok: true }>>,
): Promise<Hasil> => {
  const hasil = await kerja;
  return hasil.ok ? { ok: true, slip: null } : hasil;
};

const kerjakan = async ({ apa, orang: { id }, perangkat = '', kunci = '' }: Tindakan): Promise<Hasil> => {
  if (apa === 'setujui') return tanpaSlip(setujuiSlip(id));
  if (apa === 'putuskan') return tanpaSlip(putuskanAkses(id, perangkat));
  if (apa === 'hilang' || apa === 'ketemu')
    return tanpaSlip(tandaHilang(id, { perangkat, hilang: apa === 'hilang' }));
  if (apa === 'cabut') return tanpaSlip(cabutKunci(id, kunci));
  if (apa === 'akhiri') return tanpaSlip(akhiriSesi(id));
  const hasil = await terbitkanSlip(id);
  return hasil.ok ? { ok: true, slip: hasil.isi } : hasil;
};

/** What takes something away. */
const MENGAMBIL: readonly Tindakan['apa'][] = ['putuskan', 'hilang', 'cabut', 'akhiri'];

type Props = {
  readonly tindakan: Tindakan | null;
  readonly onTutup: () => void;
  /** Done; with the slip, where one was issued. */
  readonly onSelesai: (slip: SlipTerbit | null) => void;
};

/** Asks before anything is done to somebody's account. */
export const TindakanDialog = ({ tindakan, onTutup, onSelesai }: Props) => {
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const jalankan = async (satu: Tindakan): Promise<void> => {
    setSibuk(true);
    const hasil = await kerjakan(satu);
    setSibuk(false);
    if (!hasil.ok) {
      setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
      return;
    }
    if (satu.apa !== 'terbitkan') beriTahu(words.selesai[satu.apa](satu.orang.nama));
    onSelesai(hasil.slip);
  };
  if (!tindakan) return null;
  const tanya = words.tanya[tindakan.apa];
  return (
    <Dialog open onClose={onTutup} title={tanya.judul(tindakan.orang.nama)} closeLabel={umum.aksi.tutup}>
      <p>{tanya.isi}</p>
      {tindakan.apa === 'terbitkan' && tindakan.orang.dua && (
        <Banner tone="peringatan">{words.tanya.dua}</Banner>
      )}
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
      <div class="deret-tombol">
        <Button kind="teks" onClick={onTutup}>
          {words.batal}
        </Button>
        <Button
          kind={MENGAMBIL.includes(tindakan.apa) ? 'bahaya' : 'utama'}
          busy={sibuk}
          onClick={() => void jalankan(tindakan)}
        >
          {tanya.ya}
        </Button>
      </div>
    </Dialog>
  );
};
