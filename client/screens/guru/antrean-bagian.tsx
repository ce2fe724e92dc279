import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { App } from '../../app/context.ts';
import { kapanHari } from '../../i18n/format.ts';
import { antrean as words } from '../../i18n/id/antrean.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { entriDenganFoto, entriUnsettled, type QueueView, useLive } from '../../store/index.ts';
import { Banner, LinkButton, ListRow, ProgressBar, Section } from '../../ui/index.ts';
import { StatusEntri } from './status-entri.tsx';

/** How much of what there was when it began has gone. What is recorded meanwhile makes the whole larger. */
export const Kemajuan = ({ jalan, sisa }: { jalan: boolean; sisa: number }) => {
  const awal = useRef(0);
  awal.current = jalan ? Math.max(awal.current, sisa) : 0;
  if (!jalan || awal.current === 0) return null;
  const kata = words.maju(awal.current - sisa, awal.current);
  return (
    <div class="tumpuk-rapat">
      <ProgressBar value={awal.current - sisa} max={awal.current} label={kata} />
      <p class="redup">{kata}</p>
    </div>
  );
};

/** Activities whose text has arrived and whose photos have not: each says how many, and how much is left of them. */
export const FotoMenyusul = ({ app }: { app: App }) => {
  const { entri, lainnya } =
    useLive(() => entriDenganFoto(app.store, app.actor.id), [app.store, app.actor.id]) ?? {};
  const menyusul = entri?.filter(({ kirim: { kunci } }) => kunci === 'teks-terkirim') ?? [];
  if (menyusul.length === 0 && !lainnya) return null;
  return (
    <Section title={words.fotoMenyusul}>
      <ul class="daftar">
        {menyusul.map((satu) => (
          <li key={satu.id}>
            <ListRow
              title={satu.content.uraian}
              meta={
                <span class="baris-entri-status">
                  <StatusEntri entri={satu} rinci />
                </span>
              }
              href={`/kegiatan/${encodeURIComponent(satu.id)}`}
            />
          </li>
        ))}
        {!!lainnya && (
          <li>
            <ListRow leading="image" title={words.fotoLain(lainnya)} />
          </li>
        )}
      </ul>
    </Section>
  );
};

const PERLU_MASUK = ['masuk_lagi', 'bukti_perangkat', 'perangkat_dicabut', 'bukan_pemilik'];

/** What the last attempt met, since when, and what the person can do about it. */
export const Kendala = ({ view, jumlah, now }: { view: QueueView; jumlah: number; now: number }) => {
  const { problem, nextAt } = view;
  if (!problem) return null;
  const params = {
    ...problem.params,
    jumlah,
    ...(problem.sejak === undefined ? {} : { sejak: kapanHari(problem.sejak, now) }),
    ...(nextAt === null ? {} : { pada: nextAt }),
  };
  const masuk = PERLU_MASUK.includes(problem.code) && (
    <LinkButton kind="tonal" href="/masuk">
      {words.masukLagi}
    </LinkButton>
  );
  return (
    <Banner tone="peringatan" action={masuk}>
      {kataMasalah(problem.code, params)}
    </Banner>
  );
};

/** What stands in two versions, each a tap from where one is chosen. */
export const DuaVersi = ({ app }: { app: App }) => {
  const { beda, putusan } = app.engine.status.value;
  const entri =
    useLive(
      async () =>
        (await entriUnsettled(app.store, app.actor.id)).filter(
          ({ kirim: { kunci } }) => kunci === 'dua-versi',
        ),
      [app.store],
    ) ?? [];
  if (beda === 0) return null;
  return (
    <Section title={words.duaVersi}>
      <ul class="daftar">
        {beda > entri.length && (
          <li>
            <ListRow
              leading="copy"
              title={putusan[0] ? umum.strip.putusanGugur(putusan.length) : words.skpDuaVersi}
              href={
                putusan[0]
                  ? `/periksa?kegiatan=${putusan[0]}`
                  : app.peran === 'penilai'
                    ? '/periksa/skp'
                    : '/skp'
              }
            />
          </li>
        )}
        {entri.map(({ id, content }) => (
          <li key={id}>
            <ListRow
              leading="copy"
              title={content.uraian}
              href={`/kegiatan/${encodeURIComponent(id)}/versi`}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
};

type Dititipkan = { readonly app: App; readonly ada: boolean };

/** The way by a colleague's hand: it comes with the script that seals the file, without which it can do nothing. */
export const Titip = (props: Dititipkan) => {
  const [Isi, setIsi] = useState<ComponentType<Dititipkan> | null>(null);
  useEffect(
    () =>
      void import('./titip-kirim.tsx').then(
        ({ TitipKirim }) => setIsi(() => TitipKirim),
        () => undefined,
      ),
    [],
  );
  return Isi && <Isi {...props} />;
};
