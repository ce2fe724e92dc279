import './stat.css';

type Props = {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
};

const Inside = ({ value, label, detail }: Props) => (
  <>
    <b>{value}</b>
    <span>{label}</span>
    {detail && <span class="redup">{detail}</span>}
  </>
);

/** A figure with what it counts. */
export const Stat = (props: Props) =>
  props.href ? (
    <a class="stat" href={props.href}>
      <Inside {...props} />
    </a>
  ) : (
    <div class="stat">
      <Inside {...props} />
    </div>
  );
