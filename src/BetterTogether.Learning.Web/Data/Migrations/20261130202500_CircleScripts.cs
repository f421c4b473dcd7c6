using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

/// <summary>The format leaves the state, which is written anew with each command.</summary>
[DbContext(typeof(LearningDb)), Migration("20261130202500_CircleScripts")]
public sealed class CircleScripts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Script", "circles", nullable: false, defaultValue: "");
        migrationBuilder.Sql(migrationBuilder.IsSqlite()
            ? """UPDATE circles SET "Script" = json_extract("State", '$.format'), "State" = json_remove("State", '$.format')"""
            : """UPDATE circles SET "Script" = "State"::jsonb ->> 'format', "State" = ("State"::jsonb - 'format')::text""");
    }
}
