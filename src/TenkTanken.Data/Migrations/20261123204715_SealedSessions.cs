using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TenkTanken.Data.Migrations
{
    /// <inheritdoc />
    public partial class SealedSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SealedSession",
                columns: table => new
                {
                    Lookup = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Blob = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ForgottenAfter = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedSession", x => x.Lookup);
                    table.CheckConstraint("CK_Blob", "length(Blob) = 4124");
                    table.CheckConstraint("CK_ForgottenAfter", "ForgottenAfter = date(ForgottenAfter, 'start of month', '+1 month', '-1 day')");
                    table.CheckConstraint("CK_Lookup", "length(Lookup) = 32");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SealedSession");
        }
    }
}
