using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261122010000_Foundation")]
public sealed class Foundation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("people", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            Email = t.Column<string>(),
            Team = t.Column<string>(nullable: true),
            JobTitle = t.Column<string>(nullable: true),
            ManagerId = t.Column<Guid>(nullable: true),
            WorkingDays = t.Column<string>(),
            Roles = t.Column<string>(),
            Employment = t.Column<string>(),
            Organisation = t.Column<string>(nullable: true),
            LastDay = t.Column<DateOnly>(nullable: true),
            Active = t.Column<bool>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_people", x => x.Id);
            t.ForeignKey("FK_people_people_ManagerId", x => x.ManagerId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_people_Email", "people", "Email", unique: true);
        migrationBuilder.CreateIndex("IX_people_ManagerId", "people", "ManagerId");

        migrationBuilder.CreateTable("sign_in_codes", t => new
        {
            Id = t.Column<Guid>(),
            Email = t.Column<string>(),
            Hash = t.Column<byte[]>(),
            SentAtUtc = t.Column<DateTime>(),
            Tries = t.Column<int>(),
            UsedAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_sign_in_codes", x => x.Id));
        migrationBuilder.CreateIndex("IX_sign_in_codes_Email_SentAtUtc", "sign_in_codes", ["Email", "SentAtUtc"]);

        migrationBuilder.CreateTable("sign_ins", t => new
        {
            KeyHash = t.Column<byte[]>(),
            PersonId = t.Column<Guid>(),
            StartedAtUtc = t.Column<DateTime>(),
            ExpiresAtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_sign_ins", x => x.KeyHash);
            t.ForeignKey("FK_sign_ins_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_sign_ins_PersonId", "sign_ins", "PersonId");
        migrationBuilder.CreateIndex("IX_sign_ins_ExpiresAtUtc", "sign_ins", "ExpiresAtUtc");

        migrationBuilder.CreateTable("protection_keys", t => new
        {
            Name = t.Column<string>(),
            Xml = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_protection_keys", x => x.Name));

        migrationBuilder.CreateTable("write_marks", t => new
        {
            Id = t.Column<int>(),
            AtUtc = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_write_marks", x => x.Id));

        migrationBuilder.CreateTable("audit_trail", t => new
        {
            Id = t.Column<Guid>(),
            AtUtc = t.Column<DateTime>(),
            ActorId = t.Column<Guid>(nullable: true),
            Event = t.Column<string>(),
            SubjectId = t.Column<Guid>(),
            Fields = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_audit_trail", x => x.Id));
        migrationBuilder.CreateIndex("IX_audit_trail_SubjectId", "audit_trail", "SubjectId");

        migrationBuilder.CreateTable("idempotency_keys", t => new
        {
            PersonId = t.Column<Guid>(),
            Route = t.Column<string>(),
            Key = t.Column<string>(),
            BodyHash = t.Column<byte[]>(),
            Answer = t.Column<string>(),
            AnsweredAtUtc = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_idempotency_keys", x => new { x.PersonId, x.Route, x.Key }));
        migrationBuilder.CreateIndex("IX_idempotency_keys_AnsweredAtUtc", "idempotency_keys", "AnsweredAtUtc");
    }
}
