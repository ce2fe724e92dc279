import type { ComponentChildren } from 'preact';
import { bedaSkp, NILAI_BERAKHLAK, periodeSkp } from '../../../shared/domain/index.ts';
import type { CatatanSkp, Rhk, Skp, SkpState } from '../../../shared/records/index.ts';
import { tanggalSaat } from '../../i18n/format.ts';
import { bedaKata, skp as words } from '../../i18n/id/skp.ts';
import type { SkpRow } from '../../store/index.ts';
import { Banner, Icon, type IconName, ListRow, Section, StatusPill, type Tone } from '../../ui/index.ts';
import './skp-rhk.css';

const RUPA: Readonly<Record<SkpState['tahap'], readonly [Tone, IconName]>> = {
  DRAF: ['netral', 'pencil-line'],
  DIAJUKAN: ['info', 'clock'],
  DIKEMBALIKAN: ['peringatan', 'corner-up-left'],
  DISETUJUI: ['berhasil', 'check-check'],
};

/** Where an SKP stands, in sign and word, and whether the server knows of it yet. */
export const TahapSkp = ({
  state,
  lokal,
}: Pick<SkpRow, 'state'> & { lokal?: SkpRow['lokal'] | undefined }) => {
  const [tone, icon] = RUPA[state.tahap];
  const { oleh, pada, tahap } = state;
  const diHp = lokal === 'antri';
  return (
    <p class="baris-entri-status skp-tahap">
      {/* Nobody is said to look at what has not left the phone. */}
      {!(diHp && tahap === 'DIAJUKAN') && (
        <StatusPill
          tone={tone}
          icon={icon}
          label={words.tahap[tahap]}
          detail={
            oleh && pada && tahap === 'DISETUJUI' ? words.disetujuiOleh(oleh, tanggalSaat(pada)) : undefined
          }
        />
      )}
      {diHp && <StatusPill tone="peringatan" icon="smartphone" label={words.diHp} />}
    </p>
  );
};

const Indikator = ({ rhk }: { rhk: Rhk }) => (
  <dl class="rincian">
    {rhk.indikator.map(({ aspek, indikator, target, satuan }, i) => (
      <div key={i}>
        <dt>{words.aspek[aspek]}</dt>
        <dd>
          {indikator}
          <b class="target">{words.target(target, satuan)}</b>
        </dd>
      </div>
    ))}
  </dl>
);

/** What one RHK promises: whose it serves, by what it is measured, by which steps. */
export const IsiRhk = ({ rhk }: { rhk: Rhk }) => (
  <>
    {rhk.intervensi && (
      <div>
        <h3>{words.intervensi}</h3>
        <p>{rhk.intervensi}</p>
      </div>
    )}
    <div>
      <h3>{words.indikator}</h3>
      {rhk.indikator.length === 0 ? <p class="redup">{words.kosong}</p> : <Indikator rhk={rhk} />}
    </div>
    {rhk.rencanaAksi.length > 0 && (
      <div>
        <h3>{words.rencanaAksi}</h3>
        <ul class="butir">
          {rhk.rencanaAksi.map(({ kode, nama, satuan }) => (
            <li key={kode}>{words.aksiSatuan(nama, satuan)}</li>
          ))}
        </ul>
      </div>
    )}
  </>
);

/** One RHK of a list, folded; `ringkas` stands under its words, `children` take the place of what unfolds. */
export const BarisRhk = (props: {
  readonly rhk: Rhk;
  readonly nomor: number;
  readonly ringkas: ComponentChildren;
  readonly buka?: boolean;
  readonly children?: ComponentChildren;
}) => (
  <li>
    <details class="rhk" open={props.buka}>
      <summary>
        <span class="rhk-nomor">{props.nomor}</span>
        <span class="tumpuk-rapat">
          <span class="baris-entri-judul">{props.rhk.rhk}</span>
          {props.ringkas}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <div class="rhk-isi tumpuk">{props.children ?? <IsiRhk rhk={props.rhk} />}</div>
    </details>
  </li>
);

/** Both groups of RHK as the form has them, A and B, numbered through. */
export const KelompokRhk = ({
  skp,
  baris,
}: {
  readonly skp: Skp;
  readonly baris: (rhk: Rhk, nomor: number) => ComponentChildren;
}) => (
  <>
    {(['utama', 'tambahan'] as const).map((jenis) => {
      const daftar = skp.rhk.filter((rhk) => rhk.jenis === jenis);
      return (
        daftar.length > 0 && (
          <Section key={jenis} title={words[jenis]}>
            <ul class="daftar">{daftar.map((rhk) => baris(rhk, skp.rhk.indexOf(rhk) + 1))}</ul>
          </Section>
        )
      );
    })}
  </>
);

const Perilaku = ({ perilaku }: { perilaku: readonly string[] }) => (
  <Section title={words.perilaku}>
    <ul class="daftar">
      {NILAI_BERAKHLAK.map(({ nilai, panduan }, i) => (
        <li key={nilai}>
          <details class="rhk">
            <summary>
              <span class="rhk-nomor">{i + 1}</span>
              <span class="tumpuk-rapat">
                <span class="baris-entri-judul">{nilai}</span>
                <span class="redup">{perilaku[i] || words.tanpaEkspektasi}</span>
              </span>
              <Icon name="chevron-down" />
            </summary>
            <div class="rhk-isi">
              <ul class="butir">
                {panduan.map((satu) => (
                  <li key={satu}>{satu}</li>
                ))}
              </ul>
            </div>
          </details>
        </li>
      ))}
    </ul>
  </Section>
);

const Lampiran = ({ lampiran }: { lampiran: NonNullable<Skp['lampiran']> }) => (
  <Section title={words.lampiran}>
    <div class="kertas tumpuk">
      {(['dukungan', 'skema', 'konsekuensi'] as const).map((bagian) => (
        <div key={bagian}>
          <h3>{words.butir[bagian]}</h3>
          {lampiran[bagian].length === 0 ? (
            <p class="redup">{words.kosong}</p>
          ) : (
            <ol class="butir">
              {lampiran[bagian].map((satu) => (
                <li key={satu}>{satu}</li>
              ))}
            </ol>
          )}
        </div>
      ))}
    </div>
  </Section>
);

/** The rest of the form: conduct with its seven values, and the attachment. */
export const SelainRhk = ({ skp }: { skp: Skp }) => (
  <>
    {skp.perilaku && <Perilaku perilaku={skp.perilaku} />}
    {skp.lampiran && <Lampiran lampiran={skp.lampiran} />}
  </>
);

/** Period, approach and penilai, as the head of the form has them. */
export const KepalaSkp = ({ skp }: { skp: Skp }) => (
  <dl class="rincian">
    <div>
      <dt>{words.periode}</dt>
      <dd>{words.rentang(periodeSkp(skp))}</dd>
    </div>
    <div>
      <dt>{words.pendekatanLabel}</dt>
      <dd>{words.pendekatan[skp.pendekatan]}</dd>
    </div>
    {skp.penilai && (
      <div>
        <dt>{words.penilai}</dt>
        <dd>{[skp.penilai.nama, skp.penilai.jabatan].filter(Boolean).join(', ')}</dd>
      </div>
    )}
  </dl>
);

/** The notes of the last return, each with the RHK that it is about. */
export const CatatanKepala = ({ skp, state }: { skp: Skp; state: SkpState }) => {
  if (!state.catatan) return null;
  const nama = ({ rhk }: CatatanSkp): string =>
    rhk === null ? words.catatanUmum : (skp.rhk.find(({ kode }) => kode === rhk)?.rhk ?? rhk);
  return (
    <Banner tone="peringatan">
      <b>{words.catatanKepala(state.oleh ?? '')}</b>
      <ul class="butir">
        {state.catatan.map((satu) => (
          <li key={satu.rhk}>
            <span class="redup">{nama(satu)}</span>
            <br />
            <span class="teks-asli">{satu.teks}</span>
          </li>
        ))}
      </ul>
    </Banner>
  );
};

const SebelumSesudah = ({ lama, kini }: { lama: Rhk; kini: Rhk }) => (
  <div class="beda-dua">
    {(
      [
        [bedaKata.sebelum, lama],
        [bedaKata.sesudah, kini],
      ] as const
    ).map(([judul, rhk]) => (
      <div key={judul} class="tumpuk">
        <h3>{judul}</h3>
        <p>{rhk.rhk}</p>
        <IsiRhk rhk={rhk} />
      </div>
    ))}
  </div>
);

/** What changed from one version to the next, RHK by RHK. */
export const BedaVersi = ({ lama, kini }: { lama: Skp; kini: Skp }) => {
  const { bagian, rhk } = bedaSkp(lama, kini);
  return (
    <Section title={bedaKata.judul}>
      {kini.alasan && (
        <p>
          <b>{bedaKata.alasan}:</b> {kini.alasan}
        </p>
      )}
      {bagian.length + rhk.length === 0 && <p class="redup">{bedaKata.tidakAda}</p>}
      <ul class="daftar">
        {bagian.map((satu) => (
          <li key={satu}>
            <ListRow
              title={bedaKata.bagian[satu]}
              meta={
                satu === 'periode'
                  ? `${words.rentang(periodeSkp(lama))} → ${words.rentang(periodeSkp(kini))}`
                  : undefined
              }
            />
          </li>
        ))}
        {rhk.map((satu) => {
          const isi = satu.jenis === 'hilang' ? satu.lama : satu.kini;
          return (
            <li key={isi.kode}>
              <details class="rhk">
                <summary>
                  <span class={`beda-tanda beda-${satu.jenis}`}>{bedaKata.jenis[satu.jenis]}</span>
                  <span class="tumpuk-rapat">
                    <span class="baris-entri-judul">{isi.rhk}</span>
                  </span>
                  <Icon name="chevron-down" />
                </summary>
                <div class="rhk-isi tumpuk">
                  {satu.jenis === 'ubah' ? <SebelumSesudah {...satu} /> : <IsiRhk rhk={isi} />}
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
