using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using TenkTanken.Content;
using TenkTanken.Web.Tests.Rooms;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>The rooms depend on each other only as docs/architecture.md draws them.</summary>
public sealed partial class RoomsTests
{
    private const string Web = "src/TenkTanken.Web";

    private static readonly string Root = TestContent.Root();
    private static readonly CompiledRooms Site = new(typeof(Program).Assembly, "TenkTanken.Web", RoomOfTheSite);
    private static readonly CompiledRooms Library = new(typeof(ContentLibrary).Assembly, "TenkTanken.Content", room => room);

    [Theory]
    [InlineData("TenkTanken.Content", "")]
    [InlineData("TenkTanken.Data", "")]
    [InlineData("TenkTanken.Cli", "TenkTanken.Content")]
    [InlineData("TenkTanken.Web", "TenkTanken.Content TenkTanken.Data")]
    public void A_project_knows_only_those_below_it(string project, string expected)
    {
        var references = XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), references.Order());
    }

    [Fact]
    public void There_are_no_other_projects()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(["TenkTanken.Cli", "TenkTanken.Content", "TenkTanken.Data", "TenkTanken.Web"], projects.Order());
    }

    [Fact]
    public void Content_knows_neither_the_web_nor_a_database_and_data_not_the_web()
    {
        Assert.DoesNotContain(References(typeof(ContentLibrary)), name => name.Contains("AspNetCore", StringComparison.Ordinal)
            || name.Contains("EntityFramework", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal));
        Assert.DoesNotContain(References(typeof(Data.Sessions)), name => name.Contains("AspNetCore", StringComparison.Ordinal));
        Assert.Contains(References(typeof(Program)), name => name.Contains("AspNetCore", StringComparison.Ordinal));
    }

    /// <summary>
    /// Every room of the site and all it knows. A room is a folder with all that is below it. The document's root and the
    /// program are in none and know all; nobody knows them.
    /// </summary>
    public static TheoryData<string, string> RoomsOfTheSite { get; } = new()
    {
        { "Features/Checklist", "Features/Reading Forms Hosting Layout" },
        { "Features/Duties", "Features/Reading Hosting Layout" },
        { "Features/Editing", "Features/Following Hosting Layout" },
        { "Features/Editions", "Features/Reading Hosting Layout" },
        { "Features/Errors", "Hosting Layout" },
        { "Features/Following", "Hosting Layout" },
        { "Features/Practice", "Features/Reading Forms Hosting Layout" },
        { "Features/Presentation", "Features/Following Features/QuickExit Features/Reading Features/Workshop Forms Hosting Layout" },
        { "Features/QuickExit", "Hosting" },
        { "Features/Reading", "Hosting Layout" },
        { "Features/Workshop", "Features/Following Features/QuickExit Forms Hosting Layout" },
        { "Forms", "Hosting" },
        { "Hosting", "" },
        { "Layout", "Features/QuickExit Hosting" },
    };

    /// <summary>Reading a file and finding what is wrong with it is one thing, so three of these know each other.</summary>
    public static TheoryData<string, string> RoomsOfTheContent { get; } = new()
    {
        { "(root)", "Checking Files Markdown" },
        { "Checking", "(root) Checking/Rules Files Markdown" },
        { "Checking/Rules", "(root) Checking Files Markdown" },
        { "Comparing", "(root)" },
        { "Files", "(root) Checking Markdown" },
        { "Markdown", "(root) Checking Files" },
    };

    [Theory]
    [MemberData(nameof(RoomsOfTheSite))]
    public void A_room_of_the_site_knows_only_the_rooms_it_is_drawn_with(string room, string expected)
    {
        Assert.NotEmpty(Site.TypesIn(room));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Site.RoomsKnownTo(room));
    }

    [Theory]
    [MemberData(nameof(RoomsOfTheContent))]
    public void A_room_of_the_content_knows_only_these(string room, string expected)
    {
        Assert.NotEmpty(Library.TypesIn(room));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Library.RoomsKnownTo(room));
    }

    [Fact]
    public void Every_room_has_a_row()
    {
        Assert.Equal(RoomsOfTheSite.Select(row => row.Data.Item1), Site.All.Where(room => room != CompiledRooms.Root));
        Assert.Equal(RoomsOfTheContent.Select(row => row.Data.Item1), Library.All);
    }

    [Fact]
    public void Nothing_of_the_site_is_outside_the_rooms_but_what_opens_them()
    {
        Assert.Equal(["App", "Program"], Site.Outside);
    }

    [Fact]
    public void No_room_of_the_site_reads_a_constant_of_another()
    {
        var files = SourceFile.Below(Web, ".cs", ".razor").Where(file => RoomOf(file) is not null).ToList();
        var others = Site.All.ToDictionary(room => room, room => Site.All.Where(other => other != room).SelectMany(Site.TypesIn).ToList());

        // An enumeration's values are constants too, and may be read where its room is known.
        var read = files.SelectMany(file => Constants.ReadIn(file.Text, others[RoomOf(file)!])
            .Where(field => !field.DeclaringType!.IsEnum || !Site.RoomsKnownTo(RoomOf(file)!).Contains(Site.RoomOf(field.DeclaringType)))
            .Select(field => $"{file.Path} reads {field.DeclaringType!.Name}.{field.Name}"));

        Assert.NotEmpty(files);
        Assert.Empty(read);
        Assert.DoesNotContain(files, file => Constants.GivesNames(file.Text));
    }

    [Fact]
    public void No_component_is_longer_than_120_lines_and_the_program_is_a_table_of_contents()
    {
        var components = Directory.EnumerateFiles(Path.Combine(Root, "src", "TenkTanken.Web"), "*.razor", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(components);
        Assert.All(components, file => Assert.True(File.ReadLines(file).Count() <= 120, file));
        Assert.True(File.ReadLines(Path.Combine(Root, "src", "TenkTanken.Web", "Program.cs")).Count() <= 65);
    }

    [Fact]
    public void Only_these_components_are_islands_and_each_says_so_in_its_own_file()
    {
        var islands = typeof(Program).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RenderModeAttribute>().Any());

        Assert.Equal(["TenkTanken.Web.Features.Practice.PracticeIsland"], islands.Select(island => island.FullName).Order());
        var web = Path.Combine(Root, "src", "TenkTanken.Web");
        var declaring = Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("@rendermode", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(web, file));
        Assert.Equal([Path.Combine("Features", "Practice", "PracticeIsland.razor")], declaring.Order());
    }

    [Fact]
    public void Only_tests_that_are_about_the_real_content_read_it()
    {
        // Where the folder is told, where a site with it is started, and here.
        string[] telling = ["Repository.cs", "Folders.cs", "TestBench.cs", "RoomsTests.cs"];
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "node_modules"]).Any())
            .ToList();

        var reading = tests.Where(file => RealContent().IsMatch(File.ReadAllText(file)) && !telling.Contains(Path.GetFileName(file)));

        Assert.NotEmpty(reading);
        Assert.All(reading, file => Assert.Equal("RealContent", Path.GetFileName(Path.GetDirectoryName(file))));
    }

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static string RoomOfTheSite(string place) =>
        string.Join('/', place.Split('/').Take(place.StartsWith("Features/", StringComparison.Ordinal) ? 2 : 1));

    /// <summary>Null for what is in no room.</summary>
    private static string? RoomOf(SourceFile file) =>
        Path.GetDirectoryName(file.Path[(Web.Length + 1)..]) is { Length: > 0 } place ? RoomOfTheSite(place.Replace('\\', '/')) : null;

    [GeneratedRegex(@"\.RealContent\b(?!;)|RealSiteAsync|Root(\(\))?, ""content""")]
    private static partial Regex RealContent();
}
