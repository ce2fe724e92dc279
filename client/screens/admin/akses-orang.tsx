import { formatNip } from '../../../shared/domain/index.ts';
import type { OrangAkses } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { akses as words } from '../../i18n/id/akses.ts';
import { Button, Icon, StatusPill } from '../../ui/index.ts';
import type { Tindakan } from './akses-tindakan.tsx';

type Props = { readonly orang: OrangAkses; readonly onTindakan: (tindakan: Tindakan) => void };

const Tanda = ({ orang: { aktif, slip } }: Pick<Props, 'orang'>) => (
  <span class="akses-tanda">
    {!aktif && <StatusPill tone="peringatan" icon="clock" label={words.belumAktif} />}
    {slip && (
      <StatusPill
        tone={slip.menunggu ? 'peringatan' : 'info'}
        icon={slip.menunggu ? 'users' : 'lock'}
        label={slip.menunggu ? words.menunggu : words.beredar}
      />
    )}
  </span>
);

type SatuPerangkat = OrangAkses['perangkat'][number];

const kataPerangkat = ({ label, seenAt, revokedAt, hilang }: SatuPerangkat, now: number): string => {
  if (hilang?.dihapus != null) return words.hilangSudah(label, hilang.dihapus);
  if (hilang?.diperintah != null) return words.hilangSedang(label, hilang.diperintah);
  if (hilang) return words.hilangAkan(label, hilang.pada);
  return revokedAt === null
    ? words.perangkatSatu(label, seenAt, now)
    : words.perangkatPutus(label, revokedAt);
};

const Perangkat = ({ orang, onTindakan }: Props) => {
  const { clock } = useApp();
  const { nama } = orang;
  return (
    <ul class="akses-perangkat">
      {orang.perangkat.map((satu) => {
        const { id, label, revokedAt, hilang } = satu;
        return (
          <li key={id}>
            <span class={revokedAt === null ? undefined : 'redup'}>{kataPerangkat(satu, clock())}</span>
            {revokedAt === null && (
              <Button
                kind="teks"
                aria-label={words.putuskanSatu(label, nama)}
                onClick={() => onTindakan({ apa: 'putuskan', orang, perangkat: id })}
              >
                {words.putuskan}
              </Button>
            )}
            {hilang?.diperintah == null && (
              <Button
                kind="teks"
                aria-label={(hilang ? words.ketemuSatu : words.hilangSatu)(label, nama)}
                onClick={() => onTindakan({ apa: hilang ? 'ketemu' : 'hilang', orang, perangkat: id })}
              >
                {hilang ? words.ketemu : words.hilang}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** Passkeys beside the password, of whoever has any. */
const KunciSandi = ({ orang, onTindakan }: Props) => (
  <ul class="akses-perangkat">
    {orang.kunciSandi?.map(({ id, nama, usedAt }) => (
      <li key={id}>
        <span>{words.kunciSatu(nama, usedAt)}</span>
        <Button
          kind="teks"
          aria-label={words.cabutSatu(nama, orang.nama)}
          onClick={() => onTindakan({ apa: 'cabut', orang, kunci: id })}
        >
          {words.cabut}
        </Button>
      </li>
    ))}
  </ul>
);

/** One person's account: closed a line, open what there is to do. */
export const OrangBaris = ({ orang, onTindakan }: Props) => {
  const { clock, actor } = useApp();
  const { nama, nip, jabatan, sekolah, terakhir, perangkat, sesi, kunci, slip } = orang;
  const hidup = perangkat.filter(({ revokedAt }) => revokedAt === null).length;
  return (
    <details class="akses-orang">
      <summary>
        <span class="akses-nama">
          <b>{nama}</b>
          <span class="redup">{[jabatan, sekolah].filter(Boolean).join(' · ')}</span>
          <span class="redup">{words.terakhir(terakhir, clock())}</span>
        </span>
        <Tanda orang={orang} />
        <Icon name="chevron-down" />
      </summary>
      <div class="akses-rinci">
        <p class="redup">
          {[formatNip(nip), words.perangkat(hidup), words.sesi(sesi), kunci > 0 ? words.kunci(kunci) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
        {slip && (
          <p>
            {words.slipOleh(slip.oleh, slip.terbit, slip.sampai)} {slip.menunggu && words.slipMenunggu}
          </p>
        )}
        <Perangkat orang={orang} onTindakan={onTindakan} />
        {kunci > 0 && <KunciSandi orang={orang} onTindakan={onTindakan} />}
        <div class="akses-tombol">
          {orang.id !== actor.id && (
            <Button kind="tonal" icon="lock" onClick={() => onTindakan({ apa: 'terbitkan', orang })}>
              {slip ? words.terbitkanLagi : words.terbitkan}
            </Button>
          )}
          {slip?.dapatSetuju && (
            <Button kind="tonal" icon="check" onClick={() => onTindakan({ apa: 'setujui', orang })}>
              {words.setujui}
            </Button>
          )}
          {sesi > 0 && (
            <Button kind="teks" onClick={() => onTindakan({ apa: 'akhiri', orang })}>
              {words.akhiri}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
};
