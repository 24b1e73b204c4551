// Selects the JDK by the toolchains plugin, and says in one line what to install where it finds none: the plugin's own
// message talks of toolchain definitions.
import org.apache.maven.plugin.BuildPluginManager
import org.apache.maven.plugin.MojoExecution
import org.apache.maven.plugin.MojoExecutionException
import org.apache.maven.plugin.MojoFailureException
import org.codehaus.plexus.util.xml.Xpp3Dom
import org.codehaus.plexus.util.xml.Xpp3DomBuilder

def release = session.userProperties['java.release'] ?: project.properties['java.release']
def plugins = session.container.lookup(BuildPluginManager)
def plugin = project.build.pluginsAsMap['org.apache.maven.plugins:maven-toolchains-plugin']
def goal = plugins.getMojoDescriptor(plugin, 'select-jdk-toolchain', project.remotePluginRepositories, session.repositorySession)
def wanted = Xpp3DomBuilder.build(new StringReader("<configuration><version>[${release},)</version></configuration>".toString()))
def defaults = Xpp3DomBuilder.build(new StringReader(goal.mojoConfiguration.toString()))
try {
    plugins.executeMojo(session, new MojoExecution(goal, Xpp3Dom.mergeXpp3Dom(wanted, defaults)))
} catch (MojoFailureException | MojoExecutionException none) {
    log.debug(none.message)
    throw new MojoFailureException(
        "OpenPLR needs a JDK ${release} or newer, and none was found on this machine: install one (for example from https://adoptium.net) and run again.".toString())
}
