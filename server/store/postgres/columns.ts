import { bigint, customType } from 'drizzle-orm/pg-core';

/** Text that is compared and sorted by its bytes, as SQLite does it, whatever language the database was made for. */
const byteText = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

/** A text column; `enum` narrows its type as SQLite's does. */
export const text = <const T extends string = string>(
  name: string,
  _options?: { readonly enum: readonly T[] },
) => byteText(name).$type<T>();

/** A whole number of up to 53 bits: counters and epoch ms. */
export const integer = (name: string) => bigint(name, { mode: 'number' });

/** Bytes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
