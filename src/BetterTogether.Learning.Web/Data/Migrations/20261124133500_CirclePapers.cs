using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

/// <summary>What stands around a circle: agreements, questions, check-ins in a minute, feedback, a leader's answer, the record of group supervision, formats of the desk's own.</summary>
[DbContext(typeof(LearningDb)), Migration("20261124133500_CirclePapers")]
public sealed class CirclePapers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("agreements", t => new
        {
            Number = t.Column<int>(),
            Text = t.Column<string>(),
            MadeById = t.Column<Guid>(nullable: true),
            MadeAtUtc = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_agreements", x => x.Number));

        migrationBuilder.CreateTable("check_in_questions", t => new
        {
            Id = t.Column<Guid>(),
            Text = t.Column<string>(),
            Away = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_check_in_questions", x => x.Id));
        // Two nodes that start at once fill the bank once.
        migrationBuilder.CreateIndex("IX_check_in_questions_text", "check_in_questions", "Text", unique: true);

        migrationBuilder.CreateTable("quick_check_ins", t => new
        {
            Code = t.Column<string>(),
            Question = t.Column<string>(),
            People = t.Column<int>(),
            Turn = t.Column<int>(),
            ExpiresAtUtc = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_quick_check_ins", x => x.Code));
        migrationBuilder.CreateIndex("IX_quick_check_ins_expires", "quick_check_ins", "ExpiresAtUtc");

        migrationBuilder.CreateTable("circle_feedback", t => new
        {
            CircleId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Heard = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_circle_feedback", x => new { x.CircleId, x.PersonId });
            t.ForeignKey("FK_circle_feedback_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_circle_feedback_person", "circle_feedback", "PersonId");

        migrationBuilder.CreateTable("leader_answers", t => new
        {
            CircleId = t.Column<Guid>(),
            LeaderId = t.Column<Guid>(),
            Title = t.Column<string>(),
            YouSaid = t.Column<string>(),
            DueOn = t.Column<DateOnly>(),
            WeHeard = t.Column<string>(nullable: true),
            WeWill = t.Column<string>(nullable: true),
            AnsweredAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_leader_answers", x => x.CircleId);
            t.ForeignKey("FK_leader_answers_people_LeaderId", x => x.LeaderId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_leader_answers_leader", "leader_answers", "LeaderId");
        migrationBuilder.CreateIndex("IX_leader_answers_due", "leader_answers", "DueOn");

        migrationBuilder.CreateTable("supervision_records", t => new
        {
            CircleId = t.Column<Guid>(),
            BringerId = t.Column<Guid>(),
            MadeAtUtc = t.Column<DateTime>(),
            Present = t.Column<string>(),
            Hypotheses = t.Column<string>(),
            Decisions = t.Column<string>(),
            Actions = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_supervision_records", x => x.CircleId);
            t.ForeignKey("FK_supervision_records_people_BringerId", x => x.BringerId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_supervision_records_bringer", "supervision_records", "BringerId");

        migrationBuilder.CreateTable("circle_formats", t => new
        {
            Id = t.Column<Guid>(),
            Title = t.Column<string>(),
            Content = t.Column<string>(),
            Version = t.Column<int>(),
            Away = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_circle_formats", x => x.Id));
    }
}
