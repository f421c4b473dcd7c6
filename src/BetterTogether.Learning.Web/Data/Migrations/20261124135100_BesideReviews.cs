using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124135100_BesideReviews")]
public sealed class BesideReviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("review_comments", t => new
        {
            Id = t.Column<Guid>(),
            ReviewId = t.Column<Guid>(),
            AuthorId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            Text = t.Column<string>(),
            AtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_review_comments", x => x.Id);
            t.ForeignKey("FK_review_comments_reviews_ReviewId", x => x.ReviewId, "reviews", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_review_comments_review", "review_comments", "ReviewId");

        migrationBuilder.CreateTable("review_hand_overs", t => new
        {
            Id = t.Column<Guid>(),
            ReviewId = t.Column<Guid>(),
            FromId = t.Column<Guid>(),
            ToId = t.Column<Guid>(),
            AtUtc = t.Column<DateTime>(),
            Note = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_review_hand_overs", x => x.Id);
            t.ForeignKey("FK_review_hand_overs_reviews_ReviewId", x => x.ReviewId, "reviews", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_review_hand_overs_review", "review_hand_overs", "ReviewId");
        migrationBuilder.CreateIndex("IX_review_hand_overs_from", "review_hand_overs", "FromId");

        migrationBuilder.CreateTable("mid_year_talks", t => new
        {
            ReviewId = t.Column<Guid>(),
            Version = t.Column<int>(),
            Text = t.Column<string>(),
            HeldOn = t.Column<DateOnly>(nullable: true),
            EmployeeTickedAtUtc = t.Column<DateTime>(nullable: true),
            ManagerTickedAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_mid_year_talks", x => x.ReviewId);
            t.ForeignKey("FK_mid_year_talks_reviews_ReviewId", x => x.ReviewId, "reviews", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("review_readings", t => new
        {
            ReviewId = t.Column<Guid>(),
            ReaderId = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_review_readings", x => new { x.ReviewId, x.ReaderId, x.Day });
            t.ForeignKey("FK_review_readings_reviews_ReviewId", x => x.ReviewId, "reviews", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("due_exceptions", t => new
        {
            CycleId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            PostId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            CountsFrom = t.Column<DateOnly>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_due_exceptions", x => new { x.CycleId, x.PersonId, x.PostId });
            t.ForeignKey("FK_due_exceptions_review_cycles_CycleId", x => x.CycleId, "review_cycles", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_due_exceptions_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_due_exceptions_person", "due_exceptions", "PersonId");

        migrationBuilder.CreateTable("review_reminders", t => new
        {
            CycleId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            ForTeam = t.Column<bool>(),
            AtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_review_reminders", x => new { x.CycleId, x.PersonId, x.Kind, x.ForTeam });
            t.ForeignKey("FK_review_reminders_review_cycles_CycleId", x => x.CycleId, "review_cycles", "Id", onDelete: ReferentialAction.Restrict);
        });
    }
}
