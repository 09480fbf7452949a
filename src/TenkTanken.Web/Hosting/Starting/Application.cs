using Microsoft.Extensions.Configuration.CommandLine;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>Where the site's own folder is: the one with its settings file, from which relative paths are read.</summary>
public static class Application
{
    private const string Name = "TenkTanken.Web";

    /// <summary>The framework takes the working directory for it, which depends on whoever starts the site; ours does not.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = IsNamed(args) ? null : Folder(AppContext.BaseDirectory),
    });

    /// <param name="programs">
    /// The folder of the program itself. A published site has everything there. A build has not: its files, and what
    /// developers have stored, are in the folder of the project.
    /// </param>
    internal static string Folder(string programs)
    {
        if (IsBuild(programs))
        {
            for (var folder = new DirectoryInfo(programs); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, $"{Name}.csproj")))
                {
                    return folder.FullName;
                }
            }
        }

        return programs;
    }

    /// <summary>Only a build has this file: it says where in the project, and beside it, the files lie that publishing gathers.</summary>
    internal static bool IsBuild(string programs) => File.Exists(Path.Combine(programs, $"{Name}.staticwebassets.runtime.json"));

    private static bool IsNamed(string[] args) => !string.IsNullOrEmpty(
        new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .Add(new CommandLineConfigurationSource { Args = args })
            .Build()[HostDefaults.ContentRootKey]);
}
