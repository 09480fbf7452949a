using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TenkTanken.Data;
using TenkTanken.Web.Hosting.Starting;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

public sealed class TokenKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tenktanken-tokens-").FullName;

    private string Old => Path.Combine(_folder, "data", "keys");

    private string Wanted => Path.Combine(_folder, "data-keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_one_is_made_where_keys_should_lie_and_nothing_is_made_elsewhere()
    {
        Protector(new KeyFolders(Wanted, [Old], Wanted)).Protect("a token");

        Assert.Single(Directory.GetFiles(Path.Combine(Wanted, "tokens")));
        Assert.False(Directory.Exists(Old));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_that_lies_in_another_folder_goes_on_being_used_and_no_second_is_made(bool wantedHasKeys)
    {
        var token = Protector(KeyFolders.Named(Old)).Protect("a token");
        var folders = wantedHasKeys ? new KeyFolders(Wanted, [Old], Wanted) : new KeyFolders(Old, [Wanted], Wanted);

        var protector = Protector(folders);

        Assert.Equal("a token", protector.Unprotect(token));
        protector.Protect("another");
        Assert.Single(Directory.GetFiles(_folder, "*.xml", SearchOption.AllDirectories));
    }

    /// <summary>Of a site that has just been started.</summary>
    private static IDataProtector Protector(KeyFolders folders)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("tenktanken");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new TokenKeys(folders, NullLoggerFactory.Instance));

        return services.BuildServiceProvider().GetDataProtector("tokens");
    }
}
