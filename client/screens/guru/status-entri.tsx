import { bulanDari } from '../../../shared/domain/index.ts';
import { hariTanggalPendek, jamSaat, namaBulan, waktu } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { status as words } from '../../i18n/id/umum.ts';
import type { EntriRow } from '../../store/index.ts';
import { type IconName, StatusPill, type Tone } from '../../ui/index.ts';

type Pil = {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly label: string;
  readonly reader: string;
  readonly detail?: string | undefined;
};

const pil = (
  tone: Tone,
  icon: IconName,
  word: { readonly teks: string; readonly pembaca: string },
  detail?: string,
): Pil => ({
  tone,
  icon,
  label: word.teks,
  reader: word.pembaca,
  detail,
});

/** Axis B: what the head made of it. */
const pilPeriksa = ({ state, content, kirim, deleted }: EntriRow, terkunci: boolean): Pil => {
  if (deleted) return pil('netral', 'trash', words.dihapus);
  const hari = state.pada === undefined ? '' : waktu(state.pada).split(',')[0];
  if (state.tahap === 'DISETUJUI')
    return pil(
      'berhasil',
      'check-check',
      words.disetujui,
      words.disetujui.rinci(state.oleh ?? '', hari ?? ''),
    );
  if (terkunci)
    return pil('netral', 'lock', words.terkunci, words.terkunci.rinci(namaBulan(bulanDari(content.tanggal))));
  if (state.tahap === 'DIKEMBALIKAN')
    return pil(
      'peringatan',
      'corner-up-left',
      words.dikembalikan,
      words.dikembalikan.rinci(state.alasan ?? ''),
    );
  if (state.tahap === 'DITARIK') return pil('netral', 'undo-2', words.ditarik, words.ditarik.rinci);
  return pil(
    'info',
    'check',
    words.terkirim,
    kirim.terkirimPada === undefined ? undefined : waktu(kirim.terkirimPada),
  );
};

/** Axis A until everything of it has arrived, then axis B. */
const pilDari = (entri: EntriRow, terkunci: boolean): Pil => {
  const { kirim } = entri;
  switch (kirim.kunci) {
    case 'perlu-diperbaiki':
      return pil(
        'bahaya',
        'triangle-alert',
        words.perluDiperbaiki,
        kirim.code ? kataMasalah(kirim.code, kirim.params) : undefined,
      );
    case 'dua-versi':
      return pil('bahaya', 'copy', words.duaVersi, words.duaVersi.rinci);
    case 'tersimpan':
      return pil('peringatan', 'smartphone', words.tersimpan, words.tunggu[kirim.tunggu ?? 'giliran']);
    case 'mengirim':
      return pil(
        'info',
        'cloud-upload',
        words.mengirim,
        kirim.fotoMenyusul > 0 ? words.teksTerkirim.rinci(kirim.fotoMenyusul, kirim.byteMenyusul) : undefined,
      );
    case 'belum-terkirim':
      return pil(
        'peringatan',
        'rotate-cw',
        words.belumTerkirim,
        kirim.dicobaLagi === undefined ? undefined : words.belumTerkirim.rinci(jamSaat(kirim.dicobaLagi)),
      );
    case 'teks-terkirim':
      return {
        tone: 'info',
        icon: 'image',
        label: words.teksTerkirim.teks,
        reader: words.teksTerkirim.pembaca(kirim.fotoMenyusul),
        detail: words.teksTerkirim.rinci(kirim.fotoMenyusul, kirim.byteMenyusul),
      };
    default:
      return pilPeriksa(entri, terkunci);
  }
};

/** Where an entry stands, in one pill; `rinci` adds the second line where there is something to add. */
export const StatusEntri = ({
  entri,
  rinci = false,
  terkunci = false,
}: {
  entri: EntriRow;
  rinci?: boolean;
  terkunci?: boolean;
}) => {
  const { detail, ...look } = pilDari(entri, terkunci);
  return <StatusPill {...look} detail={rinci ? detail : undefined} />;
};

/** Day and hour of an entry, short. */
export const waktuEntri = ({ tanggal, mulai, selesai }: EntriRow['content']): string =>
  `${hariTanggalPendek(tanggal)} · ${mulai.replace(':', '.')}–${selesai.replace(':', '.')}`;
