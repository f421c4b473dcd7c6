using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261122040000_MailTables")]
public sealed class MailTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // No foreign keys: a mail and an invite outlive what they told of, so that the desk can still see that they went.
        migrationBuilder.CreateTable("outbox", t => new
        {
            Id = t.Column<Guid>(),
            DedupeKey = t.Column<string>(),
            ToAddress = t.Column<string>(),
            ToName = t.Column<string>(),
            PersonId = t.Column<Guid>(nullable: true),
            Template = t.Column<string>(),
            Values = t.Column<string>(),
            Calendar = t.Column<string>(nullable: true),
            MessageId = t.Column<string>(),
            NotBeforeUtc = t.Column<DateTime>(),
            ExpiresAtUtc = t.Column<DateTime>(nullable: true),
            Urgency = t.Column<int>(),
            State = t.Column<string>(),
            Attempts = t.Column<int>(),
            NextAtUtc = t.Column<DateTime>(),
            LeaseUntilUtc = t.Column<DateTime>(nullable: true),
            LastCode = t.Column<int>(nullable: true),
            LastError = t.Column<string>(nullable: true),
            CreatedAtUtc = t.Column<DateTime>(),
            SentAtUtc = t.Column<DateTime>(nullable: true),
            DropBodyOnceSent = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_outbox", x => x.Id));
        migrationBuilder.CreateIndex("IX_outbox_dedupe", "outbox", "DedupeKey", unique: true);
        migrationBuilder.CreateIndex("IX_outbox_pending", "outbox", ["Urgency", "CreatedAtUtc"], filter: MailMapping.PendingOnly);
        migrationBuilder.CreateIndex("IX_outbox_person", "outbox", "PersonId");

        migrationBuilder.CreateTable("sent_invites", t => new
        {
            Id = t.Column<Guid>(),
            Uid = t.Column<string>(),
            BookingId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            SessionDateId = t.Column<Guid>(),
            Sequence = t.Column<int>(),
            LastMethod = t.Column<string>(),
            LastStampUtc = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_sent_invites", x => x.Id));
        migrationBuilder.CreateIndex("IX_sent_invites_uid", "sent_invites", "Uid", unique: true);
        migrationBuilder.CreateIndex("IX_sent_invites_booking", "sent_invites", ["BookingId", "SessionDateId"]);
    }
}
