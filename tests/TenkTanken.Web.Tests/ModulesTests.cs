using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using TenkTanken.Content;
using TenkTanken.Web.Tests.Modules;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>The modules depend on each other only as docs/architecture.md draws them.</summary>
public sealed partial class ModulesTests
{
    private const string Web = "src/TenkTanken.Web";

    private static readonly string Root = TestContent.Root();
    private static readonly CompiledModules Site = new(typeof(Program).Assembly, "TenkTanken.Web", ModuleOfTheSite);
    private static readonly CompiledModules Library = new(typeof(ContentLibrary).Assembly, "TenkTanken.Content", module => module);

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
        Assert.DoesNotContain(References(typeof(ContentLibrary)), name => name.Contains("AspNetCore", StringComparison.Ordinal)
            || name.Contains("EntityFramework", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal));
        Assert.DoesNotContain(References(typeof(Data.Sessions)), name => name.Contains("AspNetCore", StringComparison.Ordinal));
        Assert.Contains(References(typeof(Program)), name => name.Contains("AspNetCore", StringComparison.Ordinal));
    }

    /// <summary>
    /// Every module of the site and all it knows. A module is a folder with all that is below it. The document's root and the
    /// program are in none and know all; nobody knows them.
    /// </summary>
    public static TheoryData<string, string> ModulesOfTheSite { get; } = new()
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
    public static TheoryData<string, string> ModulesOfTheContent { get; } = new()
    {
        { "(root)", "Checking Files Markdown" },
        { "Checking", "(root) Checking/Rules Files Markdown" },
        { "Checking/Rules", "(root) Checking Files Markdown" },
        { "Comparing", "(root)" },
        { "Files", "(root) Checking Markdown" },
        { "Markdown", "(root) Checking Files" },
    };

    [Theory]
    [MemberData(nameof(ModulesOfTheSite))]
    public void A_module_of_the_site_knows_only_the_modules_it_is_drawn_with(string module, string expected)
    {
        Assert.NotEmpty(Site.TypesIn(module));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Site.ModulesKnownTo(module));
    }

    [Theory]
    [MemberData(nameof(ModulesOfTheContent))]
    public void A_module_of_the_content_knows_only_these(string module, string expected)
    {
        Assert.NotEmpty(Library.TypesIn(module));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Library.ModulesKnownTo(module));
    }

    [Fact]
    public void Every_module_has_a_row()
    {
        Assert.Equal(ModulesOfTheSite.Select(row => row.Data.Item1), Site.All.Where(module => module != CompiledModules.Root));
        Assert.Equal(ModulesOfTheContent.Select(row => row.Data.Item1), Library.All);
    }

    [Fact]
    public void Nothing_of_the_site_is_outside_the_modules_but_what_opens_them()
    {
        Assert.Equal(["App", "Program"], Site.Outside);
    }

    [Fact]
    public void No_module_of_the_site_reads_a_constant_of_another()
    {
        var files = SourceFile.Below(Web, ".cs", ".razor").Where(file => ModuleOf(file) is not null).ToList();
        var others = Site.All.ToDictionary(module => module, module => Site.All.Where(other => other != module).SelectMany(Site.TypesIn).ToList());

        // An enumeration's values are constants too, and may be read where its module is known.
        var read = files.SelectMany(file => Constants.ReadIn(file.Text, others[ModuleOf(file)!])
            .Where(field => !field.DeclaringType!.IsEnum || !Site.ModulesKnownTo(ModuleOf(file)!).Contains(Site.ModuleOf(field.DeclaringType)))
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
        Assert.True(File.ReadLines(Path.Combine(Root, "src", "TenkTanken.Web", "Program.cs")).Count() <= 70);
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
        string[] telling = ["Repository.cs", "Folders.cs", "TestBench.cs", "ModulesTests.cs"];
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "node_modules"]).Any())
            .ToList();

        var reading = tests.Where(file => RealContent().IsMatch(File.ReadAllText(file)) && !telling.Contains(Path.GetFileName(file)));

        Assert.NotEmpty(reading);
        Assert.All(reading, file => Assert.Equal("RealContent", Path.GetFileName(Path.GetDirectoryName(file))));
    }

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static string ModuleOfTheSite(string place) =>
        string.Join('/', place.Split('/').Take(place.StartsWith("Features/", StringComparison.Ordinal) ? 2 : 1));

    /// <summary>Null for what is in no module.</summary>
    private static string? ModuleOf(SourceFile file) =>
        Path.GetDirectoryName(file.Path[(Web.Length + 1)..]) is { Length: > 0 } place ? ModuleOfTheSite(place.Replace('\\', '/')) : null;

    [GeneratedRegex(@"\.RealContent\b(?!;)|RealSiteAsync|Root(\(\))?, ""content""")]
    private static partial Regex RealContent();
}
