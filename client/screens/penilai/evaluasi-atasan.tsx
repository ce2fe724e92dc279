import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { namaLengkap, rentangPeriode } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { putuskanKeberatan } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { useLihat } from '../../app/lihat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { type EvaluasiRow, type KeberatanMasuk, keberatanMasuk, useLive } from '../../store/index.ts';
import {
  Banner,
  Button,
  Dialog,
  EmptyState,
  Field,
  ListRow,
  Page,
  Section,
  StatusPill,
  TextArea,
  TopBar,
} from '../../ui/index.ts';
import { PilihRating } from '../guru/evaluasi-isi.tsx';
import { IsiKeberatan } from '../guru/evaluasi-keberatan.tsx';
import { Kuadran, PredikatKini } from '../guru/evaluasi-kuadran.tsx';
import '../guru/guru.css';
import '../guru/lain.css';
import '../guru/evaluasi.css';
import './penilai.css';

const kata = words.atasan;

/** An objection against a result that was made final again after it no longer stands: there is nothing to decide. */
const berlaku = ({ state: { tahap, keberatan, pada = 0 } }: EvaluasiRow): boolean =>
  tahap === 'DITETAPKAN' && keberatan !== undefined && keberatan.pada >= pada;

const namaDari = ({ pegawai }: KeberatanMasuk): string =>
  pegawai ? namaLengkap(pegawai.content) : kata.tanpaNama;

const keadaan = ({ evaluasi }: KeberatanMasuk): string => {
  if (evaluasi.state.keberatan?.keputusan) return kata.diputus;
  if (!berlaku(evaluasi)) return kata.dibukaKepala;
  return evaluasi.state.keberatan?.penjelasan ? kata.perluDiputus : kata.belumDijelaskan;
};

const Daftar = ({ masuk }: { masuk: readonly KeberatanMasuk[] }) => (
  <ul class="daftar">
    {masuk.map((satu) => (
      <li key={satu.evaluasi.id}>
        <ListRow
          title={namaDari(satu)}
          meta={
            <span class="evaluasi-status">
              {`${satu.sekolah} · ${words.periode(satu.evaluasi.content.periode)}`}
              <StatusPill
                tone={satu.evaluasi.state.keberatan?.keputusan ? 'berhasil' : 'peringatan'}
                icon={satu.evaluasi.state.keberatan?.keputusan ? 'check-check' : 'clock'}
                label={keadaan(satu)}
              />
            </span>
          }
          href={`/keberatan/${encodeURIComponent(satu.evaluasi.id)}`}
        />
      </li>
    ))}
  </ul>
);

const Hasil = ({ evaluasi }: { evaluasi: EvaluasiRow }) => (
  <Section title={words.hasil.realisasi}>
    <ol class="evaluasi-hasil">
      {evaluasi.content.hasil.map(({ kode, rhk, ukuran }, at) => (
        <li key={kode} class="evaluasi-rhk">
          <h3>
            <span class="redup">{at + 1}</span> {rhk}
          </h3>
          <dl class="rincian">
            {ukuran.map(({ indikator, target, realisasi }) => (
              <div key={indikator}>
                <dt>
                  {[indikator || words.isi.realisasi, target && words.isi.target(target)]
                    .filter(Boolean)
                    .join(' · ')}
                </dt>
                <dd class="teks-asli">{realisasi || '–'}</dd>
              </div>
            ))}
          </dl>
          {evaluasi.state.nilai?.umpan
            .filter((umpan) => umpan.kode === kode)
            .map(({ teks }) => (
              <p key={teks} class="evaluasi-umpan teks-asli">
                {teks}
              </p>
            ))}
        </li>
      ))}
    </ol>
  </Section>
);

const Putuskan = ({ evaluasi }: { evaluasi: EvaluasiRow }) => {
  const app = useApp();
  const { nilai } = evaluasi.state;
  const [dua, setDua] = useState({ hasil: nilai?.hasil ?? null, perilaku: nilai?.perilaku ?? null });
  const [teks, setTeks] = useKetikan(`putus-${evaluasi.id}`, '');
  const [tanya, setTanya] = useState(false);
  const alasan = cleanText(teks).trim();
  const { akhir } = rentangPeriode(evaluasi.content.periode);
  const kirim = async () => {
    setTanya(false);
    if (!dua.hasil || !dua.perilaku) return;
    const done = await putuskanKeberatan(app, evaluasi, { hasil: dua.hasil, perilaku: dua.perilaku, alasan });
    if (done.ok) setTeks('');
    beriTahu(done.ok ? kata.tercatat : kataMasalah(done.code, done.params));
  };
  return (
    <Section title={kata.keputusan}>
      <div class="evaluasi-rating">
        <div class="tumpuk">
          <PilihRating
            name="hasil"
            label={words.hasil.hasilKerja}
            value={dua.hasil}
            onValue={(hasil) => setDua({ ...dua, hasil })}
          />
          <PilihRating
            name="perilaku"
            label={words.hasil.perilaku}
            value={dua.perilaku}
            onValue={(perilaku) => setDua({ ...dua, perilaku })}
          />
          <PredikatKini judul={kata.predikat} nilai={dua} pada={akhir} kosong="" />
        </div>
        <Kuadran nilai={dua} pada={akhir} />
      </div>
      <Field
        id="alasan-putusan"
        label={kata.alasan}
        hint={kata.alasanKet}
        count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
      >
        <TextArea rows={4} value={teks} onInput={(event) => setTeks(event.currentTarget.value)} />
      </Field>
      <Button kind="utama" block disabled={!alasan} onClick={() => setTanya(true)}>
        {kata.putuskan}
      </Button>
      <Dialog
        open={tanya}
        onClose={() => setTanya(false)}
        title={kata.tanya}
        closeLabel={words.penilai.tutup}
      >
        <p>{kata.tanyaKet}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(false)}>
            {words.isi.batal}
          </Button>
          <Button kind="utama" onClick={() => void kirim()}>
            {kata.putuskan}
          </Button>
        </div>
      </Dialog>
    </Section>
  );
};

const Satu = ({ masuk }: { masuk: KeberatanMasuk }) => {
  const { evaluasi, sekolah } = masuk;
  useLihat(evaluasi);
  const { state, content } = evaluasi;
  const boleh = berlaku(evaluasi) && !state.keberatan?.keputusan;
  return (
    <article class="tumpuk">
      <p class="redup">{`${sekolah} · ${words.periode(content.periode)}`}</p>
      {state.keberatan && !state.keberatan.penjelasan && boleh && (
        <Banner tone="info">{kata.belumDijelaskanKet}</Banner>
      )}
      {!berlaku(evaluasi) && <Banner tone="info">{kata.dibukaKepalaKet}</Banner>}
      <Section title={words.keberatan.judul}>
        <IsiKeberatan evaluasi={evaluasi} />
      </Section>
      {boleh && <Putuskan key={evaluasi.id} evaluasi={evaluasi} />}
      <Hasil evaluasi={evaluasi} />
    </article>
  );
};

/** K08: the objections of the schools whose heads one rates, and the decision on each; all of it from the phone. */
export const KeberatanAtasan = () => {
  const app = useApp();
  const { route } = useLocation();
  const { id } = useRoute().params;
  const masuk = useLive(() => keberatanMasuk(app.store, app.shard), [app.store, app.shard]);
  const satu = id ? masuk?.find(({ evaluasi }) => evaluasi.id === decodeURIComponent(id)) : undefined;
  const judul = satu ? namaDari(satu) : kata.judul;
  return (
    <Page
      title={judul}
      bar={<TopBar title={judul} back={{ href: id ? '/keberatan' : '/', label: kata.judul }} />}
      busy={!masuk}
    >
      {satu && <Satu masuk={satu} />}
      {masuk && id && !satu && (
        <EmptyState
          icon="search"
          text={kata.tidakAda}
          actions={<Button onClick={() => route('/keberatan')}>{kata.judul}</Button>}
        />
      )}
      {masuk && !id && masuk.length === 0 && <EmptyState icon="check-check" text={kata.kosong} />}
      {masuk && !id && masuk.length > 0 && <Daftar masuk={masuk} />}
    </Page>
  );
};
