import { useEffect, useRef, useState } from 'preact/hooks';
import { namaLengkap } from '../../../shared/domain/index.ts';
import { canonicalJson } from '../../../shared/protocol/index.ts';
import { type CatatanNilai, cleanText, type Penilaian, type Satker } from '../../../shared/records/index.ts';
import {
  bukaLagiEvaluasi,
  type Done,
  kembalikanEvaluasi,
  nilaiDanTetapkan,
  nilaiEvaluasi,
} from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { useLihat } from '../../app/lihat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { useTombol } from '../../app/tombol.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { detail } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import type { EntriRow, EvaluasiRow } from '../../store/index.ts';
import { Banner, Button, Dialog, LinkButton } from '../../ui/index.ts';
import { Utas } from '../guru/utas.tsx';
import { SebutAlasan } from './evaluasi-alasan.tsx';
import { MasihTerbuka } from './evaluasi-kunci.tsx';
import { type GuruEvaluasi, nilaiKini } from './evaluasi-model.ts';
import { IsiNilai } from './evaluasi-nilai.tsx';
import { BarisPraktik } from './evaluasi-praktik.tsx';

const kata = words.penilai;

const bersihkan = (nilai: Penilaian): Penilaian => ({
  ...nilai,
  catatan: cleanText(nilai.catatan).trim(),
  umpan: nilai.umpan.flatMap(({ kode, teks }) => {
    const bersih = cleanText(teks).trim();
    return bersih ? [{ kode, teks: bersih }] : [];
  }),
});

/** Ratings being given: typed ones stay on this phone until they stand in the record. */
const useNilai = (evaluasi: EvaluasiRow) => {
  const [ketikan, setKetikan] = useKetikan<Penilaian | null>(`nilai-${evaluasi.id}`, null);
  const tersimpan = nilaiKini(evaluasi);
  const nilai = ketikan ?? tersimpan;
  const sama = canonicalJson(nilai) === canonicalJson(tersimpan);
  useEffect(() => {
    if (ketikan && sama) setKetikan(null);
  }, [ketikan, sama]);
  return { nilai, setNilai: setKetikan };
};

type Props = {
  readonly guru: GuruEvaluasi;
  readonly evaluasi: EvaluasiRow;
  readonly satker: Satker | null;
  readonly entriList: readonly EntriRow[];
  /** Takes the reader to the name, for who came here from the list or from another teacher. */
  readonly fokus: boolean;
  /** On to the next teacher who is to be rated. */
  readonly onLanjut: () => void;
};

const usePutusan = ({ evaluasi, onLanjut }: Props, { nilai, setNilai }: ReturnType<typeof useNilai>) => {
  const app = useApp();
  const kabar = (done: Done, teks: string, undo?: () => void): boolean => {
    if (!done.ok) beriTahu(kataMasalah(done.code, done.params));
    else beriTahu(teks, ...(undo ? [{ teks: kata.urungkan, jalan: undo }] : []));
    return done.ok;
  };
  const urungkan = async () => {
    kabar(await bukaLagiEvaluasi(app, evaluasi.id, kata.urungAlasan), kata.dibuka);
  };
  const dengan = async (work: (isi: Penilaian) => Promise<Done>, teks: string, undo?: () => void) => {
    const isi = bersihkan(nilai);
    setNilai(isi);
    if (kabar(await work(isi), teks, undo)) onLanjut();
  };
  return {
    simpan: () => dengan((isi) => nilaiEvaluasi(app, evaluasi, isi), kata.tersimpan),
    tetapkan: () =>
      dengan(
        (isi) => nilaiDanTetapkan(app, evaluasi, isi),
        kata.ditetapkan(1),
        () => void urungkan(),
      ),
    kembalikan: async (alasan: string) => {
      if (kabar(await kembalikanEvaluasi(app, evaluasi, alasan), kata.dikembalikan)) onLanjut();
    },
    bukaLagi: async (alasan: string) => {
      kabar(await bukaLagiEvaluasi(app, evaluasi.id, alasan), kata.dibuka);
    },
  };
};

/** Ratings from another device that were not taken: on an older version, or put down without knowing of these. */
const penilaianLain = ({ penilaian: [kini, kedua] = [] }: EvaluasiRow): Penilaian | undefined => {
  const varian = kini?.variants.find(({ kind }) => kind === 'penilaian.ubah');
  return varian ? (varian.content as CatatanNilai).isi : kedua?.content.isi;
};

/** Final is final for the teacher: what of the period nobody has looked at is named before. */
const TanyaTetapkan = ({
  guru,
  evaluasi,
  satker,
  open,
  onClose,
  onTetapkan,
}: Pick<Props, 'guru' | 'evaluasi' | 'satker'> & {
  open: boolean;
  onClose: () => void;
  onTetapkan: () => void;
}) => (
  <Dialog
    open={open}
    onClose={onClose}
    title={kata.tanyaTetapkan(namaLengkap(guru.pegawai.content))}
    closeLabel={kata.tutup}
  >
    <p class="peringatan">{kata.tanyaTetapkanKet(guru.belumDiperiksa)}</p>
    <MasihTerbuka periode={evaluasi.content.periode} satker={satker} />
    <div class="deret-tombol">
      <LinkButton kind="teks" href="/periksa">
        {kata.periksaDulu}
      </LinkButton>
      <Button kind="utama" onClick={onTetapkan}>
        {kata.tetapkan}
      </Button>
    </div>
  </Dialog>
);

/** One teacher's evaluation under the head's eyes, with what he can do about it by tap or by key. */
export const NilaiGuru = (props: Props) => {
  const { guru, evaluasi, entriList } = props;
  useLihat(evaluasi);
  const isian = useNilai(evaluasi);
  const { nilai, setNilai } = isian;
  const putusan = usePutusan(props, isian);
  const nama = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!props.fokus) return;
    nama.current?.focus({ preventScroll: true });
    nama.current?.scrollIntoView({ block: 'end' });
  }, []);
  const [alasan, setAlasan] = useState<'kembalikan' | 'buka' | null>(null);
  const terbuka = evaluasi.state.tahap === 'DIAJUKAN';
  const lengkap = nilai.hasil !== null && nilai.perilaku !== null;
  const [tanya, setTanya] = useState(false);
  const tetapkan = () => {
    if (!terbuka) return;
    if (!lengkap) return beriTahu(kata.ratingKurang(nilai.hasil === null, nilai.perilaku === null));
    if (guru.belumDiperiksa > 0) return setTanya(true);
    void putusan.tetapkan();
  };
  const tulis = (next: Partial<Penilaian>) => () => terbuka && setNilai({ ...nilai, ...next });
  useTombol({
    1: tulis({ hasil: 'DI_BAWAH' }),
    2: tulis({ hasil: 'SESUAI' }),
    3: tulis({ hasil: 'DI_ATAS' }),
    4: tulis({ perilaku: 'DI_BAWAH' }),
    5: tulis({ perilaku: 'SESUAI' }),
    6: tulis({ perilaku: 'DI_ATAS' }),
    s: () => terbuka && void putusan.simpan(),
    t: tetapkan,
    k: () => terbuka && setAlasan('kembalikan'),
  });
  const lain = penilaianLain(evaluasi);
  return (
    <article class="tumpuk">
      <h2 tabIndex={-1} ref={nama}>
        {namaLengkap(guru.pegawai.content)}
      </h2>
      {guru.belumDiperiksa > 0 && terbuka && (
        <Banner tone="peringatan" action={<LinkButton href="/periksa">{kata.periksaDulu}</LinkButton>}>
          {kata.belumDiperiksa(guru.belumDiperiksa)}
        </Banner>
      )}
      {lain && (
        <Banner tone="peringatan" action={<Button onClick={() => setNilai(lain)}>{kata.pakaiLain}</Button>}>
          {kata.lain}
        </Banner>
      )}
      <BarisPraktik evaluasi={evaluasi} />
      <IsiNilai
        evaluasi={evaluasi}
        entriList={entriList}
        nilai={nilai}
        onNilai={terbuka ? setNilai : undefined}
      />
      {terbuka && (
        <div class="periksa-aksi evaluasi-aksi">
          <Button kind="teks" onClick={() => setAlasan('kembalikan')}>
            {kata.kembalikan}
          </Button>
          <Button kind="tonal" onClick={() => void putusan.simpan()}>
            {kata.simpan}
          </Button>
          <Button kind="utama" disabled={!lengkap} onClick={tetapkan}>
            {kata.tetapkan}
          </Button>
        </div>
      )}
      {evaluasi.state.tahap === 'DITETAPKAN' && !evaluasi.state.keberatan?.keputusan && (
        <Button kind="teks" icon="undo-2" onClick={() => setAlasan('buka')}>
          {kata.bukaLagi}
        </Button>
      )}
      <Utas
        key={`dialog-${evaluasi.id}`}
        guru={evaluasi.owner}
        tentang={evaluasi.id}
        judul={detail.dialog}
        kosong={detail.dialogKosong}
      />
      <TanyaTetapkan
        guru={guru}
        evaluasi={evaluasi}
        satker={props.satker}
        open={tanya}
        onClose={() => setTanya(false)}
        onTetapkan={() => {
          setTanya(false);
          void putusan.tetapkan();
        }}
      />
      <SebutAlasan
        key={`kembali-${evaluasi.id}`}
        ketikan={`kembali-${evaluasi.id}`}
        open={alasan === 'kembalikan'}
        onClose={() => setAlasan(null)}
        onSend={(teks) => {
          setAlasan(null);
          void putusan.kembalikan(teks);
        }}
        kata={{ judul: kata.kembalikanJudul, label: kata.kembalikanAlasan, kirim: kata.kembalikan }}
      />
      <SebutAlasan
        key={`buka-${evaluasi.id}`}
        ketikan={`buka-${evaluasi.id}`}
        open={alasan === 'buka'}
        onClose={() => setAlasan(null)}
        onSend={(teks) => {
          setAlasan(null);
          void putusan.bukaLagi(teks);
        }}
        kata={{ judul: kata.bukaLagi, label: kata.bukaAlasan, hint: kata.bukaKet, kirim: kata.bukaLagi }}
      />
    </article>
  );
};
