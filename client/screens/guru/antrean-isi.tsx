import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Evaluasi } from '../../../shared/records/index.ts';
import { kapan, ukuran } from '../../i18n/format.ts';
import { antreanIsi as words } from '../../i18n/id/antrean-isi.ts';
import { umum } from '../../i18n/id/umum.ts';
import type { QueueRow } from '../../store/index.ts';

/** Commands that carry a whole evaluation: that has a shape of its own. */
const EVALUASI: ReadonlySet<string> = new Set(['evaluasi.susun', 'evaluasi.ubah']);

type Rupa = ComponentType<{ readonly isi: Evaluasi }>;

/** An evaluation with the script of its screens, which a phone without network may not have yet. */
const IsiEvaluasi = ({ isi }: { isi: Evaluasi }) => {
  const [Rupa, setRupa] = useState<{ readonly ada: Rupa | null }>();
  useEffect(
    () =>
      void import('./evaluasi-dua.tsx').then(
        ({ IsiEvaluasi: ada }) => setRupa({ ada }),
        () => setRupa({ ada: null }),
      ),
    [],
  );
  if (!Rupa) return null;
  return Rupa.ada ? <Rupa.ada isi={isi} /> : <p class="redup">{umum.galat.layarGagal}</p>;
};

const Bidang = ({ body }: { body: unknown }) => (
  <>
    {Object.entries((body ?? {}) as Record<string, unknown>)
      .filter(
        ([, value]) => value !== '' && (Array.isArray(value) ? value.length > 0 : typeof value !== 'object'),
      )
      .map(([key, value]) => (
        <>
          <dt>{words.bidang[key] ?? key}</dt>
          <dd class="teks-asli">
            {Array.isArray(value)
              ? typeof value[0] === 'object'
                ? String(value.length)
                : value.join('\n')
              : String(value)}
          </dd>
        </>
      ))}
  </>
);

/** What waits of one record as it will be sent, command by command. */
export const IsiAntrean = ({
  rows,
  now,
  jenis,
}: {
  rows: readonly QueueRow[];
  now: number;
  jenis: (row: QueueRow) => string;
}) => (
  <>
    {rows.map((row) => (
      <div key={row.id}>
        {EVALUASI.has(row.kind) && <IsiEvaluasi isi={row.body as Evaluasi} />}
        <dl class="rincian">
          {!EVALUASI.has(row.kind) && <Bidang body={row.body} />}
          <dt>{jenis(row)}</dt>
          <dd>{`${kapan(row.at, now)} · ${ukuran(row.bytes)}${row.tries > 0 ? ` · ${words.dicoba(row.tries)}` : ''}`}</dd>
        </dl>
      </div>
    ))}
  </>
);
