CREATE TABLE `burden_reports` (
	`account` text PRIMARY KEY NOT NULL,
	`pekan` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `burdens` (
	`shard` text NOT NULL,
	`pekan` text NOT NULL,
	`apa` text NOT NULL,
	`kelas` integer NOT NULL,
	`orang` integer NOT NULL,
	PRIMARY KEY(`shard`, `pekan`, `apa`, `kelas`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `figure_shards` (
	`shard` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`shard` text NOT NULL,
	`apa` text NOT NULL,
	`hari` text NOT NULL,
	`siapa` text NOT NULL,
	`nilai` integer NOT NULL,
	PRIMARY KEY(`shard`, `apa`, `hari`, `siapa`)
) WITHOUT ROWID;
