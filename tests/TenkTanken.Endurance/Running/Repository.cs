using System.Diagnostics;

namespace TenkTanken.Endurance.Running;

/// <summary>What is started and read of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Web => Path.Combine(Root, "src", "TenkTanken.Web");

    public static string Program(string project, string assembly) =>
        Path.Combine(Root, "src", project, "bin", "Release", "net10.0", assembly + ".dll");

    /// <summary>A library of ours in C, to be loaded before the system's.</summary>
    public static string Compile(string source, string folder)
    {
        var library = Path.Combine(folder, Path.ChangeExtension(source, ".so"));
        using var compiler = Process.Start(
            "cc", ["-O2", "-shared", "-fPIC", "-o", library, Path.Combine(AppContext.BaseDirectory, source), "-ldl", "-lpthread"]);
        compiler.WaitForExit();

        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException($"{source} was not compiled. It needs cc.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TenkTanken.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This is not the repository.");
        }

        return folder.FullName;
    }
}
