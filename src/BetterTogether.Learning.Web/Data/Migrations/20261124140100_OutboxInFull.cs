using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124140100_OutboxInFull")]
public sealed class OutboxInFull : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("SessionId", "outbox", nullable: true);
        migrationBuilder.CreateIndex("IX_outbox_session", "outbox", "SessionId");
        migrationBuilder.DropIndex("IX_outbox_pending", "outbox");
        migrationBuilder.CreateIndex("IX_outbox_next", "outbox", ["Urgency", "NextAtUtc"], filter: MailMapping.PendingOnly, descending: [true, false]);
        migrationBuilder.CreateIndex("IX_outbox_ended", "outbox", ["State", "Id"], filter: MailMapping.EndedOnly);
        // A claim's end is where anybody may take the mail again: what is being sent while we upgrade keeps its lease.
        migrationBuilder.Sql("""UPDATE outbox SET "NextAtUtc" = "LeaseUntilUtc" WHERE "State" = 'Sending'""");

        migrationBuilder.CreateTable("outbox_pause", t => new
        {
            Id = t.Column<int>(),
            NeedsSomebody = t.Column<bool>(),
            Code = t.Column<int>(nullable: true),
            Reason = t.Column<string>(),
            SinceUtc = t.Column<DateTime>(),
            UntilUtc = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_outbox_pause", x => x.Id));
        migrationBuilder.CreateTable("suspect_addresses", t => new
        {
            Address = t.Column<string>(),
            PersonId = t.Column<Guid>(nullable: true),
            Code = t.Column<int>(nullable: true),
            Reason = t.Column<string>(),
            SinceUtc = t.Column<DateTime>(),
            LastUtc = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_suspect_addresses", x => x.Address));
    }
}
