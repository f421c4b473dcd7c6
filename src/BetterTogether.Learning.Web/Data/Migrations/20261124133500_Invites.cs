using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

/// <summary>The ledger of invites takes circles and reviews too, and what calendars answered; mails of one invite keep their order.</summary>
[DbContext(typeof(LearningDb)), Migration("20261124133500_Invites")]
public sealed class Invites : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("invites", t => new
        {
            Id = t.Column<Guid>(),
            Uid = t.Column<string>(),
            Subject = t.Column<string>(),
            SubjectId = t.Column<Guid>(),
            OccurrenceId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Sequence = t.Column<int>(),
            LastMethod = t.Column<string>(),
            LastStampUtc = t.Column<DateTime>(),
            Reply = t.Column<string>(nullable: true),
            RepliedAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_invites", x => x.Id));
        migrationBuilder.Sql("""
            INSERT INTO invites ("Id", "Uid", "Subject", "SubjectId", "OccurrenceId", "PersonId", "Sequence", "LastMethod", "LastStampUtc")
            SELECT "Id", "Uid", 'Booking', "BookingId", "SessionDateId", "PersonId", "Sequence", "LastMethod", "LastStampUtc" FROM sent_invites
            """);
        migrationBuilder.DropTable("sent_invites");
        migrationBuilder.CreateIndex("IX_invites_uid", "invites", "Uid", unique: true);
        // Nobody is invited twice to the same date, whatever the code above believes.
        migrationBuilder.CreateIndex("IX_invites_live", "invites", ["SubjectId", "OccurrenceId", "PersonId"], unique: true, filter: MailMapping.LiveOnly);
        migrationBuilder.CreateIndex("IX_invites_subject", "invites", "SubjectId");

        migrationBuilder.AddColumn<string>("Thread", "outbox", nullable: true);
        migrationBuilder.AddColumn<int>("ThreadSequence", "outbox", nullable: true);
        migrationBuilder.CreateIndex("IX_outbox_thread", "outbox", ["Thread", "ThreadSequence"], filter: MailMapping.PendingOnly);
    }
}
