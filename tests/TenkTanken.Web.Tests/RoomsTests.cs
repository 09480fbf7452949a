using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>The rooms depend on each other only as docs/architecture.md draws them.</summary>
public sealed partial class RoomsTests
{
    private static readonly string Root = TestContent.Root();

    [Theory]
    [InlineData("TenkTanken.Content", "")]
    [InlineData("TenkTanken.Data", "")]
    [InlineData("TenkTanken.Cli", "TenkTanken.Content TenkTanken.Data")]
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
        Assert.DoesNotContain(References(typeof(Content.ContentLibrary)), name => name.Contains("AspNetCore", StringComparison.Ordinal) || name.Contains("EntityFramework", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal));
        Assert.DoesNotContain(References(typeof(Data.Sessions)), name => name.Contains("AspNetCore", StringComparison.Ordinal));
        Assert.Contains(References(typeof(Program)), name => name.Contains("AspNetCore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Features/Checklist", "Features/Reading Hosting Layout")]
    [InlineData("Features/Duties", "Features/Reading Hosting Layout")]
    [InlineData("Features/Editing", "Features/Following Hosting Layout")]
    [InlineData("Features/Editions", "Features/Reading Hosting Layout")]
    [InlineData("Features/Errors", "Hosting Layout")]
    [InlineData("Features/Following", "Hosting Layout")]
    [InlineData("Features/Practice", "Features/Reading Hosting Layout")]
    [InlineData("Features/QuickExit", "Hosting")]
    [InlineData("Features/Reading", "Hosting Layout")]
    [InlineData("Layout", "Features/QuickExit Hosting")]
    [InlineData("Hosting", "")]
    public void A_room_of_the_site_knows_only_the_rooms_it_is_drawn_with(string room, string expected)
    {
        var web = Path.Combine(Root, "src", "TenkTanken.Web");
        var rooms = Directory.EnumerateDirectories(Path.Combine(web, "Features")).Select(folder => "Features/" + Path.GetFileName(folder)).Concat(["Layout", "Hosting"]).ToList();
        var own = Directory.EnumerateFiles(Path.Combine(web, room), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => Path.GetFileName(file) != "_Imports.razor")
            .Select(file => Comments().Replace(File.ReadAllText(file), ""))
            .ToList();

        // The types of every other room, by name: components are used as tags, without the name of their room.
        var known = rooms.Where(other => other != room && TypesOf(Path.Combine(web, other)).Any(type => own.Any(code => Mentions(code, type))));

        Assert.Contains(room, rooms);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), known.Order());
    }

    [Fact]
    public void No_component_is_longer_than_120_lines_and_the_program_is_a_table_of_contents()
    {
        var components = Directory.EnumerateFiles(Path.Combine(Root, "src", "TenkTanken.Web"), "*.razor", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(components);
        Assert.All(components, file => Assert.True(File.ReadLines(file).Count() <= 120, file));
        Assert.True(File.ReadLines(Path.Combine(Root, "src", "TenkTanken.Web", "Program.cs")).Count() <= 60);
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

    private static IEnumerable<string> TypesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => Path.GetExtension(file) switch
        {
            ".razor" when Path.GetFileName(file) != "_Imports.razor" => [Path.GetFileNameWithoutExtension(file)],
            ".cs" => TypeNames().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value),
            _ => Enumerable.Empty<string>(),
        });

    private static bool Mentions(string code, string type) => Regex.IsMatch(code, $@"(?<![.\w""]){type}(?![\w=""])");

    [GeneratedRegex(@"\.RealContent\b(?!;)|RealSiteAsync|Root(\(\))?, ""content""")]
    private static partial Regex RealContent();

    [GeneratedRegex(@"//[^\n]*|@\*[\s\S]*?\*@")]
    private static partial Regex Comments();

    [GeneratedRegex(@"^(public|internal) (static |sealed |abstract |readonly |partial )*(class|record struct|record|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeNames();
}
