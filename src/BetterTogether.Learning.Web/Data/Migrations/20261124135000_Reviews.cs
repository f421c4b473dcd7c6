using BetterTogether.Learning.Web.Features.Reviews;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124135000_Reviews")]
public sealed class Reviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("review_cycles", t => new
        {
            Id = t.Column<Guid>(),
            Label = t.Column<string>(),
            Opens = t.Column<DateOnly>(),
            Closes = t.Column<DateOnly>(),
            GraceDays = t.Column<int>(),
            OpenedAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_review_cycles", x => x.Id));
        migrationBuilder.CreateIndex("IX_review_cycles_label", "review_cycles", "Label", unique: true);
        migrationBuilder.CreateIndex("IX_review_cycles_opens", "review_cycles", "Opens", unique: true);

        migrationBuilder.CreateTable("reviews", t => new
        {
            Id = t.Column<Guid>(),
            CycleId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            PostId = t.Column<Guid>(),
            ReviewerId = t.Column<Guid>(nullable: true),
            LastLeadId = t.Column<Guid>(nullable: true),
            Status = t.Column<string>(),
            NotDue = t.Column<string>(nullable: true),
            DueBy = t.Column<DateOnly>(nullable: true),
            EmployeeSharedAtUtc = t.Column<DateTime>(nullable: true),
            ManagerSharedAtUtc = t.Column<DateTime>(nullable: true),
            WantsOtherReviewerAtUtc = t.Column<DateTime>(nullable: true),
            RecordedOn = t.Column<DateOnly>(nullable: true),
            Version = t.Column<int>(),
            Outcome = t.Column<string>(),
            HeldOn = t.Column<DateOnly>(nullable: true),
            WrittenById = t.Column<Guid>(nullable: true),
            EmployeeConfirmedAtUtc = t.Column<DateTime>(nullable: true),
            ManagerConfirmedAtUtc = t.Column<DateTime>(nullable: true),
            ManagerConfirmedById = t.Column<Guid>(nullable: true),
            ContentHash = t.Column<string>(nullable: true),
            CompletedAtUtc = t.Column<DateTime>(nullable: true),
            FirstCompletedOn = t.Column<DateOnly>(nullable: true),
            PlannedStartsAtUtc = t.Column<DateTime>(nullable: true),
            PlannedEndsAtUtc = t.Column<DateTime>(nullable: true),
            PlannedPlace = t.Column<string>(nullable: true),
            PlanNumber = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_reviews", x => x.Id);
            t.ForeignKey("FK_reviews_review_cycles_CycleId", x => x.CycleId, "review_cycles", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_reviews_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_reviews_one", "reviews", ["PersonId", "PostId", "CycleId"], unique: true);
        migrationBuilder.CreateIndex("IX_reviews_cycle", "reviews", ["CycleId", "PersonId"]);
        migrationBuilder.CreateIndex("IX_reviews_reviewer", "reviews", "ReviewerId", filter: ReviewMapping.OtherReviewerOnly);

        migrationBuilder.CreateTable("review_preparations", t => new
        {
            ReviewId = t.Column<Guid>(),
            AuthorId = t.Column<Guid>(),
            Side = t.Column<string>(),
            Text = t.Column<string>(),
            Version = t.Column<int>(),
            SharedAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_review_preparations", x => new { x.ReviewId, x.AuthorId });
            t.ForeignKey("FK_review_preparations_reviews_ReviewId", x => x.ReviewId, "reviews", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("review_records", t => new
        {
            Id = t.Column<Guid>(),
            ReviewId = t.Column<Guid>(),
            Version = t.Column<int>(),
            Outcome = t.Column<string>(),
            HeldOn = t.Column<DateOnly>(),
            ContentHash = t.Column<string>(),
            CompletedAtUtc = t.Column<DateTime>(),
            ReopenedAtUtc = t.Column<DateTime>(nullable: true),
            ReopenedById = t.Column<Guid>(nullable: true),
            Reason = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_review_records", x => x.Id);
            t.ForeignKey("FK_review_records_reviews_ReviewId", x => x.ReviewId, "reviews", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_review_records_review", "review_records", "ReviewId");
    }
}
