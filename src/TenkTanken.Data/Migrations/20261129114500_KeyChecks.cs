using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TenkTanken.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeyChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyCheck",
                columns: table => new
                {
                    ForgottenAfter = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyCheck", x => new { x.ForgottenAfter, x.Value });
                    table.CheckConstraint("CK_Value", "length(Value) = 32");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyCheck");
        }
    }
}
