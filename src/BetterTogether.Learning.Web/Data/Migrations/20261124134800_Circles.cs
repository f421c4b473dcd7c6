using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124134800_Circles")]
public sealed class Circles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("circles", t => new
        {
            Id = t.Column<Guid>(),
            Title = t.Column<string>(),
            Format = t.Column<string>(),
            StartsAtUtc = t.Column<DateTime>(),
            Minutes = t.Column<int>(),
            CallUrl = t.Column<string>(nullable: true),
            SessionId = t.Column<Guid>(nullable: true),
            CreatedById = t.Column<Guid>(),
            Status = t.Column<string>(),
            Version = t.Column<int>(),
            State = t.Column<string>(),
            DueAtUtc = t.Column<DateTime>(nullable: true),
            EndedAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_circles", x => x.Id);
            t.ForeignKey("FK_circles_sessions_SessionId", x => x.SessionId, "sessions", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_circles_SessionId", "circles", "SessionId", unique: true);
        migrationBuilder.CreateIndex("IX_circles_DueAtUtc", "circles", "DueAtUtc");

        migrationBuilder.CreateTable("circle_seats", t => new { CircleId = t.Column<Guid>(), PersonId = t.Column<Guid>(), Role = t.Column<string>() }, constraints: t =>
        {
            t.PrimaryKey("PK_circle_seats", x => new { x.CircleId, x.PersonId });
            t.ForeignKey("FK_circle_seats_circles_CircleId", x => x.CircleId, "circles", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_circle_seats_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_circle_seats_PersonId", "circle_seats", "PersonId");

        migrationBuilder.CreateTable("circle_steps", t => new { CircleId = t.Column<Guid>(), Key = t.Column<string>(), Version = t.Column<int>(), AtUtc = t.Column<DateTime>() }, constraints: t =>
        {
            t.PrimaryKey("PK_circle_steps", x => new { x.CircleId, x.Key });
            t.ForeignKey("FK_circle_steps_circles_CircleId", x => x.CircleId, "circles", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("circle_leases", t => new
        {
            ConnectionId = t.Column<string>(),
            CircleId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Node = t.Column<Guid>(nullable: true),
            SignIn = t.Column<byte[]>(nullable: true),
            UntilUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_circle_leases", x => new { x.ConnectionId, x.CircleId });
            t.ForeignKey("FK_circle_leases_circles_CircleId", x => x.CircleId, "circles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_circle_leases_UntilUtc", "circle_leases", "UntilUtc");
        migrationBuilder.CreateIndex("IX_circle_leases_Node", "circle_leases", "Node");
        migrationBuilder.CreateIndex("IX_circle_leases_CircleId", "circle_leases", "CircleId");

        migrationBuilder.CreateTable("safety_texts", t => new { CircleId = t.Column<Guid>(), MessageId = t.Column<string>(), Text = t.Column<string>() }, constraints: t =>
        {
            t.PrimaryKey("PK_safety_texts", x => new { x.CircleId, x.MessageId });
            t.ForeignKey("FK_safety_texts_circles_CircleId", x => x.CircleId, "circles", "Id", onDelete: ReferentialAction.Restrict);
        });
    }
}
