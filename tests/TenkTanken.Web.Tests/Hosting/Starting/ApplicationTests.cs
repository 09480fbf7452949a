using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

public sealed class ApplicationTests : IDisposable
{
    private const string OfABuild = "TenkTanken.Web.staticwebassets.runtime.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("tenktanken-application-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_build_has_its_settings_and_its_data_in_the_project()
    {
        var (project, programs) = Project(OfABuild);

        Assert.Equal(project, Application.Folder(programs));
    }

    [Fact]
    public void A_published_site_has_them_beside_the_program_also_where_it_lies_in_the_project()
    {
        var (_, programs) = Project("TenkTanken.Web.dll");

        Assert.Equal(programs, Application.Folder(programs));
    }

    [Fact]
    public void A_build_that_was_carried_elsewhere_has_them_beside_the_program()
    {
        File.WriteAllText(Path.Combine(_folder, OfABuild), "");

        Assert.Equal(_folder, Application.Folder(_folder));
    }

    [Fact]
    public void A_folder_that_is_named_is_obeyed()
    {
        var builder = Application.CreateBuilder(["--contentRoot", _folder]);

        Assert.Equal(_folder, builder.Environment.ContentRootPath.TrimEnd('/'));
    }

    [Fact]
    public void Where_none_is_named_the_working_directory_is_not_taken()
    {
        var builder = Application.CreateBuilder([]);

        Assert.Equal(Application.Folder(AppContext.BaseDirectory), builder.Environment.ContentRootPath);
    }

    private (string Project, string Programs) Project(string file)
    {
        var programs = Directory.CreateDirectory(Path.Combine(_folder, "bin", "Debug", "net10.0")).FullName;
        File.WriteAllText(Path.Combine(_folder, "TenkTanken.Web.csproj"), "");
        File.WriteAllText(Path.Combine(programs, file), "");

        return (_folder, programs);
    }
}
