CREATE TABLE `envelopes` (
	`shard` text NOT NULL,
	`id` text NOT NULL,
	`device` text NOT NULL,
	`signature` text NOT NULL,
	`bytes` blob,
	`received_at` integer NOT NULL,
	`carrier` text,
	PRIMARY KEY(`shard`, `id`)
);
--> statement-breakpoint
CREATE TABLE `recovered_lines` (
	`shard` text NOT NULL,
	`recovery` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`shard`, `recovery`, `n`)
);
--> statement-breakpoint
CREATE TABLE `recoveries` (
	`shard` text NOT NULL,
	`id` integer NOT NULL,
	`era` text NOT NULL,
	`opened_at` integer NOT NULL,
	`kept_n` integer NOT NULL,
	`lost_n` integer NOT NULL,
	PRIMARY KEY(`shard`, `id`)
);
--> statement-breakpoint
CREATE TABLE `recovery_reports` (
	`shard` text NOT NULL,
	`recovery` integer NOT NULL,
	`device` text NOT NULL,
	`account` text NOT NULL,
	`reported_at` integer NOT NULL,
	`seen_n` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`shard`, `recovery`, `device`)
);
--> statement-breakpoint
CREATE TABLE `skeletons` (
	`shard` text NOT NULL,
	`device` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`record` text NOT NULL,
	`n` integer NOT NULL,
	`lost_n` integer NOT NULL,
	`content` text,
	PRIMARY KEY(`shard`, `device`, `number`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `skeletons_record` ON `skeletons` (`shard`,`record`);--> statement-breakpoint
CREATE TABLE `views` (
	`shard` text NOT NULL,
	`record` text NOT NULL,
	`viewer` text NOT NULL,
	`day` text NOT NULL,
	`viewer_nama` text NOT NULL,
	`peran` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`shard`, `record`, `viewer`, `day`)
);
--> statement-breakpoint
ALTER TABLE `commands` ADD `envelope` text;--> statement-breakpoint
ALTER TABLE `eras` ADD `heads` text DEFAULT '{}' NOT NULL;